-- What was sent for collection, batch by batch: numbered from 1 within policy and year, each made by one
-- run. period is the last month it looked at, business_date the day its late fees run to.
CREATE TABLE IF NOT EXISTS collection_batch (
  policy            VARCHAR(100) NOT NULL,
  contribution_year INT          NOT NULL,
  batch_no          INT          NOT NULL,
  period            CHAR(7)      NOT NULL,
  business_date     DATE         NOT NULL,
  run_id            BIGINT       NOT NULL,
  PRIMARY KEY (policy, contribution_year, batch_no)
) ${table_options};

-- The lines of a batch: what is said of an employer and month from this batch on, and what the batches
-- before it said together (zero where nothing); the difference is what is sent. method and declaration_id
-- tell what it follows from, as in monthly_due; an imputed amount stands in employer_due as a whole. Name
-- and credit code are those of the roster of the day, so that a batch is written again as it was.
CREATE TABLE IF NOT EXISTS collection_line (
  policy            VARCHAR(100)   NOT NULL,
  contribution_year INT            NOT NULL,
  batch_no          INT            NOT NULL,
  employer_code     VARCHAR(64)    NOT NULL,
  period            CHAR(7)        NOT NULL,
  employer_name     VARCHAR(200)   NOT NULL,
  credit_code       VARCHAR(18)    NOT NULL,
  method            VARCHAR(8)     NOT NULL,
  declaration_id    BIGINT         NULL,
  cause             VARCHAR(16)    NOT NULL,
  persons           BIGINT         NOT NULL,
  base_total        DECIMAL(18, 2) NOT NULL,
  employer_due      DECIMAL(18, 2) NOT NULL,
  personal_due      DECIMAL(18, 2) NOT NULL,
  late_fee          DECIMAL(18, 2) NOT NULL,
  persons_before    BIGINT         NOT NULL,
  base_before       DECIMAL(18, 2) NOT NULL,
  employer_before   DECIMAL(18, 2) NOT NULL,
  personal_before   DECIMAL(18, 2) NOT NULL,
  fee_before        DECIMAL(18, 2) NOT NULL,
  PRIMARY KEY (policy, contribution_year, batch_no, employer_code, period)
) ${table_options};
CREATE INDEX IF NOT EXISTS collection_line_employer ON collection_line (policy, contribution_year, employer_code, period);

-- What came back (到账), each serial number once for money that came and once for money that was given
-- back: receipt_key is which of the two, and the number. amount is all that came, late_fee the part of it
-- that is late fee; the rest stands in payment as well, once.
CREATE TABLE IF NOT EXISTS collection_receipt (
  policy            VARCHAR(100)   NOT NULL,
  contribution_year INT            NOT NULL,
  receipt_key       VARCHAR(110)   NOT NULL,
  batch_no          INT            NOT NULL,
  employer_code     VARCHAR(64)    NOT NULL,
  period            CHAR(7)        NOT NULL,
  received_on       DATE           NOT NULL,
  amount            DECIMAL(18, 2) NOT NULL,
  late_fee          DECIMAL(18, 2) NOT NULL,
  serial_no         VARCHAR(100)   NOT NULL,
  run_id            BIGINT         NOT NULL,
  file_path         VARCHAR(1000)  NOT NULL,
  file_sha256       CHAR(64)       NOT NULL,
  sheet             VARCHAR(100)   NOT NULL,
  row_no            INT            NOT NULL,
  PRIMARY KEY (policy, receipt_key)
) ${table_options};
CREATE INDEX IF NOT EXISTS collection_receipt_line ON collection_receipt (policy, contribution_year, employer_code, period);
