-- What came of an audit, employer by employer, in the order in which it was recorded; rows are only
-- added. kind: SELF_CHECK, EXPLAINED, CORRECTED or ASSESSED. Either a run recorded it (run_id), or an
-- account of the desk at recorded_at (UTC). declaration_id is the version that an assessment made, and
-- digest a SHA-256 over its lines: the same assessment is taken once.
CREATE TABLE IF NOT EXISTS audit_outcome (
  outcome_id        BIGINT        NOT NULL PRIMARY KEY,
  policy            VARCHAR(100)  NOT NULL,
  contribution_year INT           NOT NULL,
  employer_code     VARCHAR(64)   NOT NULL,
  kind              VARCHAR(12)   NOT NULL,
  outcome_date      DATE          NOT NULL,
  run_id            BIGINT        NULL,
  account_name      VARCHAR(64)   NULL,
  recorded_at       DATETIME(3)   NULL,
  note              VARCHAR(1000) NOT NULL,
  declaration_id    BIGINT        NULL,
  digest            CHAR(64)      NULL,
  UNIQUE (policy, contribution_year, employer_code, digest)
) ${table_options};

-- The lines of an assessment: whose wage was found to be another, in which months (YYYY-MM, both
-- inclusive), and on what it rests. line_no counts from 1; declared_line is the person's line within
-- the version that the assessment made.
CREATE TABLE IF NOT EXISTS audit_outcome_line (
  outcome_id    BIGINT         NOT NULL,
  line_no       INT            NOT NULL,
  declared_line INT            NOT NULL,
  person_name   VARCHAR(100)   NOT NULL,
  id_number     VARCHAR(18)    NOT NULL,
  wage          DECIMAL(12, 2) NOT NULL,
  period_from   CHAR(7)        NOT NULL,
  period_to     CHAR(7)        NOT NULL,
  basis         VARCHAR(1000)  NOT NULL,
  PRIMARY KEY (outcome_id, line_no)
) ${table_options};

-- What a line changed in each of its months: wage, base and dues as they were charged before and as
-- they are charged since. Dues without a rate are NULL.
CREATE TABLE IF NOT EXISTS audit_outcome_month (
  outcome_id      BIGINT         NOT NULL,
  line_no         INT            NOT NULL,
  period          CHAR(7)        NOT NULL,
  wage_before     DECIMAL(12, 2) NOT NULL,
  base_before     DECIMAL(12, 2) NOT NULL,
  base_after      DECIMAL(12, 2) NOT NULL,
  employer_before DECIMAL(12, 2) NULL,
  personal_before DECIMAL(12, 2) NULL,
  employer_after  DECIMAL(12, 2) NULL,
  personal_after  DECIMAL(12, 2) NULL,
  PRIMARY KEY (outcome_id, line_no, period)
) ${table_options};

-- A person's wage in each month in which it counts otherwise than the line's own: an audit assessed
-- some months of the year. The base of such a month stands in base_change.
CREATE TABLE IF NOT EXISTS monthly_wage (
  declaration_id BIGINT         NOT NULL,
  line_key       BIGINT         NOT NULL,
  period         CHAR(7)        NOT NULL,
  wage           DECIMAL(12, 2) NOT NULL,
  PRIMARY KEY (line_key, period)
) ${table_options};
CREATE INDEX IF NOT EXISTS monthly_wage_declaration ON monthly_wage (declaration_id);

-- The file that the people of a version stand in where it is not the version's own: one that the agency
-- made after an audit (file_id is then the table of assessments) takes over the lines of the one before.
ALTER TABLE declaration ADD COLUMN IF NOT EXISTS people_file_id BIGINT NULL;
