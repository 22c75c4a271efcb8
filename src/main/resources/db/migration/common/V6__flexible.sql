-- Workbooks handed over whose lines are taken once. book: job, region and year they were taken for.
CREATE TABLE IF NOT EXISTS handed_file (
  book      VARCHAR(100) NOT NULL,
  sha256    CHAR(64)     NOT NULL,
  run_id    BIGINT       NOT NULL,
  rows_read BIGINT       NOT NULL,
  PRIMARY KEY (book, sha256)
) ${table_options};

CREATE TABLE IF NOT EXISTS handed_finding (
  book       VARCHAR(100)  NOT NULL,
  sha256     CHAR(64)      NOT NULL,
  finding_no INT           NOT NULL,
  code       VARCHAR(40)   NOT NULL,
  sheet      VARCHAR(100)  NOT NULL,
  row_no     INT           NOT NULL,
  column_no  INT           NOT NULL,
  arguments  VARCHAR(2000) NOT NULL,
  PRIMARY KEY (book, sha256, finding_no)
) ${table_options};

-- A flexible worker's choice of a base from a month on. voided_from: the first month it no longer
-- holds for, NULL while it stands.
CREATE TABLE IF NOT EXISTS election (
  election_id       BIGINT         NOT NULL PRIMARY KEY,
  region            VARCHAR(60)    NOT NULL,
  contribution_year INT            NOT NULL,
  kind              VARCHAR(10)    NOT NULL,
  id_number         VARCHAR(18)    NOT NULL,
  person_name       VARCHAR(100)   NOT NULL,
  base              DECIMAL(12, 2) NOT NULL,
  rhythm            VARCHAR(12)    NOT NULL,
  effective_from    CHAR(7)        NOT NULL,
  batch_debit       CHAR(1)        NOT NULL,
  elected_on        DATE           NOT NULL,
  run_id            BIGINT         NOT NULL,
  voided_from       CHAR(7)        NULL,
  voided_on         DATE           NULL,
  voided_run        BIGINT         NULL
) ${table_options};
CREATE INDEX IF NOT EXISTS election_region ON election (region, contribution_year);

-- A bill to top up, and the months it is for: no month is ever billed twice.
CREATE TABLE IF NOT EXISTS top_up_bill (
  bill              VARCHAR(80)    NOT NULL PRIMARY KEY,
  region            VARCHAR(60)    NOT NULL,
  contribution_year INT            NOT NULL,
  kind              VARCHAR(10)    NOT NULL,
  id_number         VARCHAR(18)    NOT NULL,
  person_name       VARCHAR(100)   NOT NULL,
  amount            DECIMAL(12, 2) NOT NULL,
  due_date          DATE           NULL,
  run_id            BIGINT         NOT NULL
) ${table_options};
CREATE INDEX IF NOT EXISTS top_up_bill_run ON top_up_bill (run_id);

CREATE TABLE IF NOT EXISTS top_up_month (
  region        VARCHAR(60)    NOT NULL,
  kind          VARCHAR(10)    NOT NULL,
  id_number     VARCHAR(18)    NOT NULL,
  period        CHAR(7)        NOT NULL,
  bill          VARCHAR(80)    NOT NULL,
  assessed_base DECIMAL(12, 2) NOT NULL,
  new_base      DECIMAL(12, 2) NOT NULL,
  rate          DECIMAL(9, 6)  NOT NULL,
  amount        DECIMAL(12, 2) NOT NULL,
  PRIMARY KEY (region, kind, id_number, period)
) ${table_options};

-- Amounts of earlier months that an agency approved for payment.
CREATE TABLE IF NOT EXISTS special_charge (
  charge_id         BIGINT         NOT NULL PRIMARY KEY,
  region            VARCHAR(60)    NOT NULL,
  contribution_year INT            NOT NULL,
  id_number         VARCHAR(18)    NOT NULL,
  person_name       VARCHAR(100)   NOT NULL,
  kind              VARCHAR(10)    NOT NULL,
  period_from       CHAR(7)        NOT NULL,
  period_to         CHAR(7)        NOT NULL,
  charge_type       VARCHAR(60)    NOT NULL,
  amount            DECIMAL(12, 2) NOT NULL,
  run_id            BIGINT         NOT NULL,
  CONSTRAINT special_charge_once UNIQUE (region, id_number, kind, period_from, period_to, charge_type)
) ${table_options};

-- payment_key: the serial number, or the line of the file where there is none; amounts below zero
-- are refunds.
CREATE TABLE IF NOT EXISTS special_payment (
  region      VARCHAR(60)    NOT NULL,
  payment_key VARCHAR(200)   NOT NULL,
  payment_id  BIGINT         NOT NULL,
  id_number   VARCHAR(18)    NOT NULL,
  kind        VARCHAR(10)    NOT NULL,
  paid_on     DATE           NOT NULL,
  amount      DECIMAL(12, 2) NOT NULL,
  serial_no   VARCHAR(64)    NOT NULL,
  source_line VARCHAR(200)   NOT NULL,
  run_id      BIGINT         NOT NULL,
  PRIMARY KEY (region, payment_key)
) ${table_options};
CREATE INDEX IF NOT EXISTS special_payment_person ON special_payment (id_number);

-- Proofs of payment that were issued: the code is printed on the paper, the digest is that of what
-- the paper says.
CREATE TABLE IF NOT EXISTS certificate (
  code              VARCHAR(40)    NOT NULL PRIMARY KEY,
  id_number         VARCHAR(18)    NOT NULL,
  person_name       VARCHAR(100)   NOT NULL,
  contribution_year INT            NOT NULL,
  issued_on         DATE           NOT NULL,
  payments          INT            NOT NULL,
  amount            DECIMAL(14, 2) NOT NULL,
  content_sha256    CHAR(64)       NOT NULL
) ${table_options};
