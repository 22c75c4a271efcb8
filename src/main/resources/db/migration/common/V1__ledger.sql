-- The ledger: what was run, what arrived, what was declared. ${table_options} is empty on H2; on
-- MariaDB it names InnoDB and a binary collation without padding, so that keys compare as in Java.
-- Every statement can be run again: a script that was cut off is run from its begin. The default of
-- started_at keeps MariaDB before 10.10 from setting it anew with each update.

CREATE TABLE IF NOT EXISTS ledger_run (
  run_id            BIGINT       NOT NULL PRIMARY KEY,
  job               VARCHAR(40)  NOT NULL,
  policy            VARCHAR(100) NOT NULL,
  policy_version    VARCHAR(64)  NOT NULL,
  contribution_year INT          NOT NULL,
  business_date     DATE         NOT NULL,
  attempt           INT          NOT NULL,
  state             VARCHAR(12)  NOT NULL,
  started_at        TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP(3) NOT NULL,
  ended_at          TIMESTAMP(3) NULL
) ${table_options};

-- One row for each name; whoever holds it may write. The fence grows with every owner.
CREATE TABLE IF NOT EXISTS lease (
  lease_name   VARCHAR(40)  NOT NULL PRIMARY KEY,
  owner        VARCHAR(200) NULL,
  fence        BIGINT       NOT NULL,
  acquired_at  TIMESTAMP(3) NULL,
  heartbeat_at TIMESTAMP(3) NULL
) ${table_options};

INSERT INTO lease (lease_name, owner, fence, acquired_at, heartbeat_at)
SELECT 'run', NULL, 0, NULL, NULL FROM (SELECT 1 AS one) once
WHERE NOT EXISTS (SELECT 1 FROM lease WHERE lease_name = 'run');

CREATE TABLE IF NOT EXISTS employer (
  employer_code         VARCHAR(64)    NOT NULL PRIMARY KEY,
  employer_name         VARCHAR(200)   NOT NULL,
  credit_code           VARCHAR(18)    NULL,
  agency                VARCHAR(60)    NOT NULL,
  civil_servant_subsidy CHAR(1)        NULL,
  pension_insured       CHAR(1)        NULL,
  last_month_amount     DECIMAL(16, 2) NULL,
  last_year_base_total  DECIMAL(18, 2) NULL
) ${table_options};

-- state: CLAIMING (row written, file perhaps not yet moved), CLAIMED, STORED (read, checked, staged),
-- DONE (archived). verdict stays NULL until the run publishes.
CREATE TABLE IF NOT EXISTS intake_file (
  file_id       BIGINT        NOT NULL PRIMARY KEY,
  run_id        BIGINT        NOT NULL,
  sequence_no   INT           NOT NULL,
  path          VARCHAR(4096) NOT NULL,
  claimed_name  VARCHAR(255)  NOT NULL,
  size_bytes    BIGINT        NOT NULL,
  modified_at   BIGINT        NOT NULL,
  sha256        CHAR(64)      NULL,
  state         VARCHAR(10)   NOT NULL,
  verdict       VARCHAR(10)   NULL,
  rows_read     BIGINT        NOT NULL,
  rows_accepted BIGINT        NOT NULL,
  rows_rejected BIGINT        NOT NULL
) ${table_options};
CREATE INDEX IF NOT EXISTS intake_file_run ON intake_file (run_id, sequence_no);
CREATE INDEX IF NOT EXISTS intake_file_sha256 ON intake_file (sha256);

-- standing: STAGED (stored, not visible), CURRENT, REPLACED (by a later version), REJECTED.
CREATE TABLE IF NOT EXISTS declaration (
  declaration_id       BIGINT         NOT NULL PRIMARY KEY,
  file_id              BIGINT         NOT NULL,
  run_id               BIGINT         NOT NULL,
  policy               VARCHAR(100)   NOT NULL,
  contribution_year    INT            NOT NULL,
  population           VARCHAR(10)    NOT NULL,
  employer_code        VARCHAR(64)    NOT NULL,
  employer_name        VARCHAR(200)   NOT NULL,
  standing             VARCHAR(8)     NOT NULL,
  state                VARCHAR(20)    NOT NULL,
  state_date           DATE           NOT NULL,
  version              INT            NULL,
  assessed_month       CHAR(7)        NOT NULL,
  rows_read            BIGINT         NOT NULL,
  persons              BIGINT         NOT NULL,
  at_lower             BIGINT         NOT NULL,
  at_upper             BIGINT         NOT NULL,
  declared_below_lower BIGINT         NOT NULL,
  declared_total       DECIMAL(18, 2) NOT NULL,
  base_total           DECIMAL(18, 2) NOT NULL,
  employer_due         DECIMAL(18, 2) NULL,
  personal_due         DECIMAL(18, 2) NULL,
  flagged              CHAR(1)        NOT NULL,
  CONSTRAINT declaration_version UNIQUE (policy, contribution_year, population, employer_code, version)
) ${table_options};
CREATE INDEX IF NOT EXISTS declaration_file ON declaration (file_id);
CREATE INDEX IF NOT EXISTS declaration_run ON declaration (run_id, standing);

-- line_key = declaration_id * 2^21 + line, so that a declaration's people lie together and in order
-- without a second index.
CREATE TABLE IF NOT EXISTS declared_person (
  line_key      BIGINT         NOT NULL PRIMARY KEY,
  person_name   VARCHAR(100)   NOT NULL,
  document_kind VARCHAR(20)    NOT NULL,
  id_number     VARCHAR(18)    NOT NULL,
  declared_wage DECIMAL(12, 2) NOT NULL,
  base          DECIMAL(12, 2) NOT NULL,
  adjustment    CHAR(1)        NOT NULL,
  employer_due  DECIMAL(12, 2) NULL,
  personal_due  DECIMAL(12, 2) NULL,
  remarks       VARCHAR(500)   NOT NULL,
  sheet         VARCHAR(100)   NOT NULL,
  row_no        INT            NOT NULL
) ${table_options};

CREATE TABLE IF NOT EXISTS finding (
  file_id       BIGINT        NOT NULL,
  finding_no    INT           NOT NULL,
  employer_code VARCHAR(64)   NOT NULL,
  code          VARCHAR(40)   NOT NULL,
  sheet         VARCHAR(100)  NOT NULL,
  row_no        INT           NOT NULL,
  column_no     INT           NOT NULL,
  arguments     VARCHAR(2000) NOT NULL,
  PRIMARY KEY (file_id, finding_no)
) ${table_options};

-- Every change of a declaration's state, with its day, run and reason.
CREATE TABLE IF NOT EXISTS declaration_event (
  declaration_id BIGINT        NOT NULL,
  event_no       INT           NOT NULL,
  run_id         BIGINT        NOT NULL,
  state          VARCHAR(20)   NOT NULL,
  event_date     DATE          NOT NULL,
  reason         VARCHAR(1000) NOT NULL,
  PRIMARY KEY (declaration_id, event_no)
) ${table_options};

-- Each output with the digest of what was written, and each input that is no declaration.
CREATE TABLE IF NOT EXISTS run_artifact (
  run_id    BIGINT        NOT NULL,
  direction VARCHAR(6)    NOT NULL,
  path      VARCHAR(700) NOT NULL,
  sha256    CHAR(64)      NOT NULL,
  PRIMARY KEY (run_id, direction, path)
) ${table_options};
