ALTER TABLE cameras ADD COLUMN authorised_from BIGINT;
ALTER TABLE cameras ADD COLUMN authorised_until BIGINT;
ALTER TABLE cameras ADD COLUMN authorised_area TEXT NOT NULL DEFAULT '';
ALTER TABLE cameras ADD COLUMN decision TEXT NOT NULL DEFAULT '';
ALTER TABLE cameras ADD COLUMN maintenance_until BIGINT;
