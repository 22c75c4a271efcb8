-- The record of events searched by what was done, by address, and by what it was done on, whatever that is.
CREATE INDEX IF NOT EXISTS account_event_kind ON account_event (kind, event_id);
CREATE INDEX IF NOT EXISTS account_event_address ON account_event (address, event_id);
CREATE INDEX IF NOT EXISTS account_event_on ON account_event (subject, event_id);
