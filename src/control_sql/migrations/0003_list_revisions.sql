ALTER TABLE lists ADD COLUMN valid_days INTEGER NOT NULL DEFAULT 366;
ALTER TABLE lists ADD COLUMN profile TEXT NOT NULL DEFAULT '';
ALTER TABLE lists ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE lists ADD COLUMN source_revision TEXT NOT NULL DEFAULT '';
ALTER TABLE lists ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lists ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE lists ADD COLUMN unit_until BIGINT;
ALTER TABLE entries ADD COLUMN added_in INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entries ADD COLUMN changed_in INTEGER NOT NULL DEFAULT 0;
CREATE TABLE entry_pasts (
  list_number BIGINT NOT NULL REFERENCES lists (number),
  revision INTEGER NOT NULL,
  entry TEXT NOT NULL,
  how TEXT NOT NULL,
  ended_at BIGINT NOT NULL,
  ended_by TEXT,
  token TEXT NOT NULL,
  priority SMALLINT NOT NULL,
  valid_from BIGINT,
  valid_until BIGINT,
  content_digest TEXT NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (list_number, revision, entry)
);
CREATE INDEX entry_pasts_of_entry ON entry_pasts (entry, revision);
CREATE TABLE wrong_marks (
  list_number BIGINT NOT NULL REFERENCES lists (number),
  token TEXT NOT NULL,
  entry TEXT NOT NULL,
  marked_at BIGINT NOT NULL,
  marked_by TEXT,
  sealed TEXT NOT NULL,
  PRIMARY KEY (list_number, token)
);
CREATE TABLE revisions (
  list_number BIGINT NOT NULL REFERENCES lists (number),
  number INTEGER NOT NULL,
  mode TEXT NOT NULL,
  state TEXT NOT NULL,
  origin TEXT NOT NULL,
  made_by TEXT,
  started_at BIGINT NOT NULL,
  ended_at BIGINT,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  source_revision TEXT NOT NULL,
  counts TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (list_number, number)
);
CREATE TABLE rejects (
  list_number BIGINT NOT NULL,
  revision INTEGER NOT NULL,
  line BIGINT NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (list_number, revision, line)
);
CREATE TABLE held_parts (
  list_number BIGINT NOT NULL,
  revision INTEGER NOT NULL,
  part INTEGER NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (list_number, revision, part)
);
CREATE TABLE fetch_marks (
  list_number BIGINT NOT NULL PRIMARY KEY REFERENCES lists (number),
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  attempted_at BIGINT NOT NULL,
  succeeded_at BIGINT,
  failures INTEGER NOT NULL,
  failure TEXT NOT NULL
);
ALTER TABLE hits ADD COLUMN is_quiet SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE hits ADD COLUMN verdict_reason TEXT NOT NULL DEFAULT 'none';
ALTER TABLE hits ADD COLUMN judged_by TEXT;
ALTER TABLE hits ADD COLUMN judged_at BIGINT;
ALTER TABLE hits ADD COLUMN register_check TEXT NOT NULL DEFAULT 'none';
ALTER TABLE hits ADD COLUMN register_note TEXT NOT NULL DEFAULT '';
CREATE INDEX hits_of_entry ON hits (entry, state);
CREATE INDEX hits_of_list ON hits (list, created_at);
CREATE TABLE hit_views (
  viewer TEXT NOT NULL REFERENCES users (id),
  hit TEXT NOT NULL REFERENCES hits (id),
  viewed_at BIGINT NOT NULL,
  told_at BIGINT,
  PRIMARY KEY (viewer, hit)
);
