-- Which audits looked at a year. An audit that found nothing but what the one before it had found, on
-- the same day, repeats it: both bear the same generation, the number of the first one's run.
CREATE TABLE IF NOT EXISTS audit_run (
  run_id            BIGINT       NOT NULL PRIMARY KEY,
  policy            VARCHAR(100) NOT NULL,
  contribution_year INT          NOT NULL,
  business_date     DATE         NOT NULL,
  generation        BIGINT       NOT NULL,
  digest            CHAR(64)     NOT NULL
) ${table_options};
CREATE INDEX IF NOT EXISTS audit_run_year ON audit_run (policy, contribution_year, run_id);

-- What a generation found, at which declaration; first_date is the day the signal stood first without
-- a break since.
CREATE TABLE IF NOT EXISTS audit_signal (
  generation      BIGINT       NOT NULL,
  employer_code   VARCHAR(64)  NOT NULL,
  signal_word     VARCHAR(40)  NOT NULL,
  employer_name   VARCHAR(200) NOT NULL,
  declaration_id  BIGINT       NOT NULL,
  version         INT          NOT NULL,
  value_text      VARCHAR(100) NOT NULL,
  threshold_text  VARCHAR(100) NOT NULL,
  first_date      DATE         NOT NULL,
  PRIMARY KEY (generation, employer_code, signal_word)
) ${table_options};
