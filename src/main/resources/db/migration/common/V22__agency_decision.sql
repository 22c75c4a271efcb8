-- What the agency decided on overpaid months, in the order in which it was taken; rows are only added.
-- target is the month that an offset goes towards, NULL for a refund. decision_key says what "the same
-- decision" is: the digest of its number and subject, or without a number of the file, sheet and row it
-- stood in. line_key is the digest of the file's name, sheet, row and content: a file that has grown since
-- has the same lines again.
CREATE TABLE IF NOT EXISTS overpayment_decision (
  decision_id   BIGINT         NOT NULL PRIMARY KEY,
  policy        VARCHAR(100)   NOT NULL,
  decision_key  CHAR(64)       NOT NULL,
  line_key      CHAR(64)       NOT NULL,
  run_id        BIGINT         NOT NULL,
  employer_code VARCHAR(64)    NOT NULL,
  period        CHAR(7)        NOT NULL,
  target        CHAR(7)        NULL,
  amount        DECIMAL(16, 2) NOT NULL,
  decided_on    DATE           NOT NULL,
  decided_by    VARCHAR(100)   NOT NULL,
  reference_no  VARCHAR(100)   NOT NULL,
  file_path     VARCHAR(1000)  NOT NULL,
  file_sha256   CHAR(64)       NOT NULL,
  sheet         VARCHAR(100)   NOT NULL,
  row_no        INT            NOT NULL,
  UNIQUE (policy, decision_key)
) ${table_options};
CREATE INDEX IF NOT EXISTS overpayment_line ON overpayment_decision (policy, line_key);
CREATE INDEX IF NOT EXISTS overpayment_employer ON overpayment_decision (policy, employer_code, period);

-- What the agency decided on deferred months (YYYY-MM, both inclusive), likewise. action: GRANTED,
-- PROLONGED or ENDED; until_day is the last day to pay them without a late fee.
CREATE TABLE IF NOT EXISTS deferral_decision (
  decision_id   BIGINT        NOT NULL PRIMARY KEY,
  policy        VARCHAR(100)  NOT NULL,
  decision_key  CHAR(64)      NOT NULL,
  line_key      CHAR(64)      NOT NULL,
  run_id        BIGINT        NOT NULL,
  employer_code VARCHAR(64)   NOT NULL,
  period_from   CHAR(7)       NOT NULL,
  period_to     CHAR(7)       NOT NULL,
  action        VARCHAR(10)   NOT NULL,
  until_day     DATE          NOT NULL,
  decided_on    DATE          NOT NULL,
  reference_no  VARCHAR(100)  NOT NULL,
  file_path     VARCHAR(1000) NOT NULL,
  file_sha256   CHAR(64)      NOT NULL,
  sheet         VARCHAR(100)  NOT NULL,
  row_no        INT           NOT NULL,
  UNIQUE (policy, decision_key)
) ${table_options};
CREATE INDEX IF NOT EXISTS deferral_line ON deferral_decision (policy, line_key);
CREATE INDEX IF NOT EXISTS deferral_employer ON deferral_decision (policy, employer_code);
