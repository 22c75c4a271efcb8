-- Files that came in by the desk. An upload is a file somebody had checked; it is forgotten after a day
-- unless it was submitted (submitted = 'Y'). employer_code is the employer it was uploaded for. All
-- instants of this script are UTC. What became of a submission stands with the file its run took
-- (intake_file): its place within the inbox follows from number and employer.
CREATE TABLE IF NOT EXISTS desk_upload (
  upload_id         CHAR(32)     NOT NULL PRIMARY KEY,
  account_id        BIGINT       NOT NULL,
  policy            VARCHAR(100) NOT NULL,
  contribution_year INT          NOT NULL,
  population        VARCHAR(10)  NOT NULL,
  employer_code     VARCHAR(64)  NOT NULL,
  file_name         VARCHAR(200) NOT NULL,
  sha256            CHAR(64)     NOT NULL,
  size_bytes        BIGINT       NOT NULL,
  received_at       DATETIME(3)  NOT NULL,
  submitted         CHAR(1)      NOT NULL
) ${table_options};
CREATE INDEX IF NOT EXISTS desk_upload_time ON desk_upload (submitted, received_at);

-- A submission has a number that can be read out: the contribution year and submission_no.
CREATE TABLE IF NOT EXISTS desk_submission (
  submission_no     BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  upload_id         CHAR(32)     NOT NULL,
  submitted_at      DATETIME(3)  NOT NULL,
  UNIQUE (upload_id)
) ${table_options};

-- What each employer of a submitted file comes to, as it was confirmed.
CREATE TABLE IF NOT EXISTS desk_submission_part (
  submission_no  BIGINT         NOT NULL,
  employer_code  VARCHAR(64)    NOT NULL,
  employer_name  VARCHAR(200)   NOT NULL,
  persons        BIGINT         NOT NULL,
  declared_total DECIMAL(18, 2) NOT NULL,
  base_total     DECIMAL(18, 2) NOT NULL,
  PRIMARY KEY (submission_no, employer_code)
) ${table_options};
CREATE INDEX IF NOT EXISTS desk_submission_part_employer ON desk_submission_part (employer_code, submission_no);
