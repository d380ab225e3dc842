CREATE TABLE look_backs (
  id TEXT NOT NULL PRIMARY KEY,
  entry TEXT NOT NULL,
  asked_by TEXT,
  asked_at BIGINT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  reads INTEGER NOT NULL,
  sealed TEXT NOT NULL
);
CREATE INDEX look_backs_of_entry ON look_backs (entry, id);
