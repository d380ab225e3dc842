ALTER TABLE credentials ADD COLUMN last_used_at BIGINT;
ALTER TABLE credentials ADD COLUMN proved_at BIGINT;
ALTER TABLE users ADD COLUMN is_break_glass SMALLINT NOT NULL DEFAULT 0;
CREATE INDEX credentials_of_user ON credentials (user_id, id);
