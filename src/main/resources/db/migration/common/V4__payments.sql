-- What employers paid, each payment once, and what they owed month by month.

-- payment_key says what "the same payment" is: the digest of its serial number, or of the file, sheet
-- and row it stood in. line_key is the digest of the file's name, sheet, row and figures for payments
-- without a serial number: a file that has grown since has the same lines again.
CREATE TABLE payment (
  payment_key   CHAR(64)       NOT NULL,
  policy        VARCHAR(100)   NOT NULL,
  line_key      CHAR(64)       NULL,
  run_id        BIGINT         NOT NULL,
  employer_code VARCHAR(64)    NOT NULL,
  period        CHAR(7)        NOT NULL,
  paid_on       DATE           NOT NULL,
  amount        DECIMAL(16, 2) NOT NULL,
  serial_no     VARCHAR(100)   NULL,
  file_path     VARCHAR(1000)  NOT NULL,
  file_sha256   CHAR(64)       NOT NULL,
  sheet         VARCHAR(100)   NOT NULL,
  row_no        INT            NOT NULL,
  PRIMARY KEY (policy, payment_key)
) ${table_options};
CREATE INDEX payment_line ON payment (policy, line_key);
CREATE INDEX payment_employer ON payment (policy, employer_code, period);

-- The dues of each month as the last late-fee run knew them. method: DECLARED, or IMPUTED from last
-- month's amount (then the parts and the declaration are NULL, and the total where that is unknown).
CREATE TABLE monthly_due (
  policy         VARCHAR(100)   NOT NULL,
  employer_code  VARCHAR(64)    NOT NULL,
  period         CHAR(7)        NOT NULL,
  run_id         BIGINT         NOT NULL,
  method         VARCHAR(8)     NOT NULL,
  declaration_id BIGINT         NULL,
  employer_due   DECIMAL(18, 2) NULL,
  personal_due   DECIMAL(18, 2) NULL,
  total_due      DECIMAL(18, 2) NULL,
  deadline       DATE           NOT NULL,
  PRIMARY KEY (policy, employer_code, period)
) ${table_options};

-- Lines of a run's other inputs that could not be used, in the order they were found.
CREATE TABLE line_finding (
  run_id        BIGINT        NOT NULL,
  finding_no    INT           NOT NULL,
  file_path     VARCHAR(1000) NOT NULL,
  employer_code VARCHAR(64)   NOT NULL,
  code          VARCHAR(40)   NOT NULL,
  sheet         VARCHAR(100)  NOT NULL,
  row_no        INT           NOT NULL,
  column_no     INT           NOT NULL,
  arguments     VARCHAR(2000) NOT NULL,
  PRIMARY KEY (run_id, finding_no)
) ${table_options};
