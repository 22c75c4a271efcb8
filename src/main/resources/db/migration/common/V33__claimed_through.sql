-- The highest sequence_no of the run's files whose move into the work folder was seen to its end. Up to it
-- a file that stands as CLAIMING is claimed: one mark for the run, not one for each file.
ALTER TABLE ledger_run ADD COLUMN IF NOT EXISTS claimed_through INT DEFAULT 0 NOT NULL;
