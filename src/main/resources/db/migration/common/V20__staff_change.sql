-- The months (YYYY-MM, both inclusive) in which a person of a declaration counts where that is not the
-- whole year; a line may have several spans. One who counts in no month has a span that ends before it
-- begins. Few declarations have any row.
CREATE TABLE IF NOT EXISTS person_months (
  declaration_id BIGINT  NOT NULL,
  line_key       BIGINT  NOT NULL,
  period_from    CHAR(7) NOT NULL,
  period_to      CHAR(7) NOT NULL,
  PRIMARY KEY (line_key, period_from)
) ${table_options};
CREATE INDEX IF NOT EXISTS person_months_declaration ON person_months (declaration_id);

-- Who joined and left an employer within a year, line by line as it was handed over; rows are only added.
-- kind: NEW, STOPPED, RETIRED, MOVED_IN or MOVED_OUT. effective_from is the first month that counts
-- of one who joins, the first that counts no longer of one who leaves. start_wage is NULL of one who leaves.
-- line_digest is a SHA-256 over what the line says: the same line is taken once.
CREATE TABLE IF NOT EXISTS staff_change (
  change_id         BIGINT         NOT NULL PRIMARY KEY,
  policy            VARCHAR(100)   NOT NULL,
  contribution_year INT            NOT NULL,
  employer_code     VARCHAR(64)    NOT NULL,
  id_number         VARCHAR(18)    NOT NULL,
  person_name       VARCHAR(100)   NOT NULL,
  document_kind     VARCHAR(40)    NOT NULL,
  kind              VARCHAR(10)    NOT NULL,
  effective_from    CHAR(7)        NOT NULL,
  start_wage        DECIMAL(12, 2) NULL,
  path              VARCHAR(1000)  NOT NULL,
  sheet             VARCHAR(100)   NOT NULL,
  row_no            INT            NOT NULL,
  run_id            BIGINT         NOT NULL,
  taken_on          DATE           NOT NULL,
  line_digest       CHAR(64)       NOT NULL,
  UNIQUE (policy, contribution_year, line_digest)
) ${table_options};
CREATE INDEX IF NOT EXISTS staff_change_employer ON staff_change (policy, contribution_year, employer_code);
