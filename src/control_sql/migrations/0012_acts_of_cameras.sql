ALTER TABLE cameras ADD COLUMN legal_source TEXT NOT NULL DEFAULT 'police_act';
