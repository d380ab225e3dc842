-- What never rings and goes to the zone of the holder's home with the others of its day: that zone.
ALTER TABLE hits ADD COLUMN batch_zone TEXT REFERENCES zones (id);
ALTER TABLE incidents ADD COLUMN batch_zone TEXT REFERENCES zones (id);
CREATE INDEX incidents_of_batch ON incidents (batch_zone, day, is_open);
CREATE INDEX hits_in_batches ON hits (state, id) WHERE batch_zone IS NOT NULL;
