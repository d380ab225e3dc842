CREATE TABLE zones (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
);
CREATE TABLE sites (
  id TEXT NOT NULL PRIMARY KEY,
  zone TEXT NOT NULL REFERENCES zones (id),
  name TEXT NOT NULL,
  latitude DOUBLE PRECISION NOT NULL,
  longitude DOUBLE PRECISION NOT NULL,
  municipality TEXT NOT NULL,
  municipality_nis TEXT NOT NULL,
  road TEXT NOT NULL
);
CREATE TABLE cameras (
  id TEXT NOT NULL PRIMARY KEY,
  zone TEXT NOT NULL REFERENCES zones (id),
  site TEXT NOT NULL REFERENCES sites (id),
  name TEXT NOT NULL,
  key_digest TEXT NOT NULL UNIQUE,
  heading_deg DOUBLE PRECISION,
  lanes INTEGER NOT NULL,
  is_disabled SMALLINT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE TABLE lists (
  id TEXT NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL UNIQUE,
  owner_zone TEXT REFERENCES zones (id),
  name TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  category TEXT NOT NULL,
  priority SMALLINT NOT NULL,
  is_suspended SMALLINT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE TABLE entries (
  id TEXT NOT NULL PRIMARY KEY,
  list_number BIGINT NOT NULL REFERENCES lists (number),
  token TEXT NOT NULL,
  priority SMALLINT NOT NULL,
  valid_from BIGINT,
  valid_until BIGINT,
  content_digest TEXT NOT NULL,
  sealed TEXT NOT NULL,
  version BIGINT NOT NULL,
  UNIQUE (list_number, token)
);
CREATE INDEX entries_of_list ON entries (list_number, id);
CREATE TABLE hits (
  id TEXT NOT NULL PRIMARY KEY,
  incident TEXT NOT NULL,
  read_id TEXT NOT NULL,
  entry TEXT NOT NULL,
  list TEXT NOT NULL,
  camera TEXT NOT NULL,
  site TEXT NOT NULL,
  zone TEXT NOT NULL,
  day INTEGER NOT NULL,
  state TEXT NOT NULL,
  version INTEGER NOT NULL,
  priority SMALLINT NOT NULL,
  is_late SMALLINT NOT NULL,
  captured_at BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  sealed TEXT NOT NULL,
  UNIQUE (read_id, entry)
);
CREATE INDEX hits_of_incident ON hits (incident, id);
CREATE INDEX hits_by_state ON hits (state, id);
CREATE TABLE incidents (
  id TEXT NOT NULL PRIMARY KEY,
  day INTEGER NOT NULL,
  token TEXT NOT NULL,
  version INTEGER NOT NULL,
  hits INTEGER NOT NULL,
  priority SMALLINT NOT NULL,
  state TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  last_hit TEXT NOT NULL,
  sealed TEXT NOT NULL
);
CREATE INDEX incidents_by_state ON incidents (state, id);
CREATE INDEX incidents_by_last ON incidents (last_at);
CREATE TABLE users (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  zone TEXT REFERENCES zones (id),
  role TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  language TEXT NOT NULL,
  is_disabled SMALLINT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE TABLE credentials (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  secret_digest TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL REFERENCES users (id),
  label TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT
);
CREATE INDEX credentials_by_expiry ON credentials (expires_at);
CREATE TABLE quarantine (
  id TEXT NOT NULL PRIMARY KEY,
  camera TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  content_type TEXT NOT NULL,
  blob_day INTEGER NOT NULL,
  blob_segment BIGINT NOT NULL,
  blob_offset BIGINT NOT NULL,
  blob_length BIGINT NOT NULL,
  bytes BIGINT NOT NULL
);
CREATE TABLE sync_marks (
  id INTEGER NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL
);
INSERT INTO sync_marks (id, number) VALUES (1, 0);
