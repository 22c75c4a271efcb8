-- 起缴月份 and 停缴月份 of a row that is typed, just as they were typed; empty for most.
ALTER TABLE desk_draft_row ADD COLUMN IF NOT EXISTS served_from VARCHAR(20) DEFAULT '' NOT NULL;
ALTER TABLE desk_draft_row ADD COLUMN IF NOT EXISTS served_until VARCHAR(20) DEFAULT '' NOT NULL;
