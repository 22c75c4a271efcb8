-- A month's due may stand on last year's wages: monthly_due.method LAST_YEAR is a word longer than the
-- two before it.
ALTER TABLE monthly_due MODIFY COLUMN method VARCHAR(16) NOT NULL;

-- How many people last year's roster figures stand for; NULL where the roster does not tell.
ALTER TABLE employer ADD COLUMN IF NOT EXISTS last_year_persons BIGINT NULL;
