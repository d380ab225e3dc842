CREATE TABLE papers (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (kind, id)
);
ALTER TABLE users ADD COLUMN capacity TEXT NOT NULL DEFAULT 'administrative';
UPDATE users SET capacity = 'judicial' WHERE role = 'investigator';
UPDATE users SET capacity = 'both' WHERE role IN ('operator', 'list_manager');
