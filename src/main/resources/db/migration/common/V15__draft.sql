-- Declarations as they are typed in the desk, before anybody submits them: one an employer, year and
-- population, whichever of its clerks types. revision counts the savings, so that two windows do not
-- overwrite each other unseen. checked_upload is the upload that the rows of this revision were written
-- to in order to be checked; empty since they were changed. account_id is who saved last. UTC.
CREATE TABLE IF NOT EXISTS desk_draft (
  draft_id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  policy            VARCHAR(100) NOT NULL,
  contribution_year INT          NOT NULL,
  population        VARCHAR(10)  NOT NULL,
  employer_code     VARCHAR(64)  NOT NULL,
  revision          INT          NOT NULL,
  account_id        BIGINT       NOT NULL,
  saved_at          DATETIME(3)  NOT NULL,
  checked_upload    CHAR(32),
  UNIQUE (policy, contribution_year, population, employer_code)
) ${table_options};

-- The rows of a draft just as they were typed, right or wrong.
CREATE TABLE IF NOT EXISTS desk_draft_row (
  draft_id      BIGINT       NOT NULL,
  row_no        INT          NOT NULL,
  person_name   VARCHAR(100) NOT NULL,
  document_kind VARCHAR(20)  NOT NULL,
  id_number     VARCHAR(50)  NOT NULL,
  wage          VARCHAR(50)  NOT NULL,
  remarks       VARCHAR(200) NOT NULL,
  PRIMARY KEY (draft_id, row_no)
) ${table_options};
