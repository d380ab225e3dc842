-- Who has claimed a hit, who judged it, what came of it; every step of it on record; and what an
-- incident shows of its hits. Names are those that colleagues of all zones see.
ALTER TABLE hits ADD COLUMN claimed_by TEXT;
ALTER TABLE hits ADD COLUMN claimed_name TEXT NOT NULL DEFAULT '';
ALTER TABLE hits ADD COLUMN claimed_zone TEXT;
ALTER TABLE hits ADD COLUMN claimed_at BIGINT;
ALTER TABLE hits ADD COLUMN judged_name TEXT NOT NULL DEFAULT '';
ALTER TABLE hits ADD COLUMN judged_zone TEXT;
ALTER TABLE hits ADD COLUMN follow_up TEXT NOT NULL DEFAULT 'none';
ALTER TABLE hits ADD COLUMN outcome TEXT NOT NULL DEFAULT 'none';
ALTER TABLE hits ADD COLUMN followed_at BIGINT;
ALTER TABLE hits ADD COLUMN escalated_at BIGINT;
CREATE INDEX hits_to_escalate ON hits (state, priority, id);
CREATE TABLE hit_steps (
  hit TEXT NOT NULL REFERENCES hits (id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  by_id TEXT,
  by_name TEXT NOT NULL,
  by_zone TEXT,
  at BIGINT NOT NULL,
  reason TEXT NOT NULL,
  outcome TEXT NOT NULL,
  request_key TEXT,
  PRIMARY KEY (hit, number),
  UNIQUE (hit, request_key)
);
ALTER TABLE incidents ADD COLUMN claimed_by TEXT;
ALTER TABLE incidents ADD COLUMN claimed_name TEXT NOT NULL DEFAULT '';
ALTER TABLE incidents ADD COLUMN claimed_zone TEXT;
ALTER TABLE incidents ADD COLUMN claimed_at BIGINT;
ALTER TABLE incidents ADD COLUMN follow_up TEXT NOT NULL DEFAULT 'none';
ALTER TABLE incidents ADD COLUMN outcome TEXT NOT NULL DEFAULT 'none';
ALTER TABLE incidents ADD COLUMN followed_at BIGINT;
ALTER TABLE incidents ADD COLUMN escalated_at BIGINT;
ALTER TABLE incidents ADD COLUMN is_open SMALLINT NOT NULL DEFAULT 1;
ALTER TABLE incidents ADD COLUMN is_quiet SMALLINT NOT NULL DEFAULT 0;
-- Until now an incident did not say what had become of its hits.
UPDATE incidents SET is_open = 0 WHERE NOT EXISTS (SELECT 1 FROM hits h WHERE h.incident =
  incidents.id AND h.state IN ('candidate', 'validated'));
UPDATE incidents SET state = COALESCE((SELECT h.state FROM hits h WHERE h.id =
  incidents.last_hit), state);
UPDATE incidents SET is_quiet = 1 WHERE NOT EXISTS (SELECT 1 FROM hits h WHERE h.incident =
  incidents.id AND h.is_quiet = 0);
CREATE INDEX incidents_open ON incidents (is_open, id);
