-- Pursuits and their logs, sealed under the day of the hit they began with.
CREATE TABLE pursuits (
  id TEXT NOT NULL PRIMARY KEY,
  day INTEGER NOT NULL,
  version INTEGER NOT NULL,
  entry TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  is_over SMALLINT NOT NULL,
  sealed TEXT NOT NULL
);
CREATE INDEX pursuits_running ON pursuits (is_over, id);
CREATE TABLE pursuit_lines (
  pursuit TEXT NOT NULL REFERENCES pursuits (id),
  number INTEGER NOT NULL,
  sealed TEXT NOT NULL,
  request_key TEXT,
  PRIMARY KEY (pursuit, number),
  UNIQUE (pursuit, request_key)
);
