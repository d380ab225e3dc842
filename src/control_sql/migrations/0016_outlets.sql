-- Events on their way to outlets. An event names an object by its id, and no plate and no person.
CREATE TABLE outlet_deliveries (
  id TEXT NOT NULL PRIMARY KEY,
  outlet TEXT NOT NULL,
  event TEXT NOT NULL,
  object TEXT NOT NULL,
  happening TEXT NOT NULL,
  happened_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  due_at BIGINT NOT NULL,
  tried_at BIGINT,
  status INTEGER NOT NULL,
  duration_ms BIGINT NOT NULL,
  failure TEXT NOT NULL,
  UNIQUE (outlet, event, object, happening)
);
CREATE INDEX outlet_deliveries_due ON outlet_deliveries (outlet, state, due_at);
CREATE INDEX outlet_deliveries_past ON outlet_deliveries (state, happened_at);
