CREATE INDEX hits_of_day ON hits (day);
CREATE INDEX incidents_of_day ON incidents (day);
