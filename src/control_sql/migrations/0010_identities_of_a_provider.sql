ALTER TABLE users ADD COLUMN issuer TEXT;
ALTER TABLE users ADD COLUMN subject TEXT;
CREATE UNIQUE INDEX users_of_provider ON users (issuer, subject);
ALTER TABLE credentials ADD COLUMN provider_session TEXT;
CREATE INDEX credentials_in_provider_session ON credentials (provider_session);
