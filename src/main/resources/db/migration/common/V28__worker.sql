-- Several machines reading for one run. remote_call: the run that hands out its files now, and what a
-- worker must have alike; a row at most for each run under way. Digests are SHA-256.
CREATE TABLE IF NOT EXISTS remote_call (
  run_id            BIGINT       NOT NULL PRIMARY KEY,
  attempt           INT          NOT NULL,
  fence             BIGINT       NOT NULL,
  job               VARCHAR(40)  NOT NULL,
  policy            VARCHAR(100) NOT NULL,
  contribution_year INT          NOT NULL,
  business_date     DATE         NOT NULL,
  program           VARCHAR(64)  NOT NULL,
  policies          VARCHAR(64)  NOT NULL,
  roster            VARCHAR(64)  NOT NULL,
  reading           VARCHAR(64)  NOT NULL,
  work_mark         VARCHAR(64)  NOT NULL
) ${table_options};

-- A partition of a run's files. begun counts how often it was begun or taken back: whoever stores of it
-- compares the number. worker is who began it; left_at when it was found to have been left in the middle.
CREATE TABLE IF NOT EXISTS remote_piece (
  step_execution_id BIGINT       NOT NULL PRIMARY KEY,
  run_id            BIGINT       NOT NULL,
  begun             INT          NOT NULL,
  worker            VARCHAR(200) NULL,
  left_at           TIMESTAMP(3) NULL
) ${table_options};
CREATE INDEX IF NOT EXISTS remote_piece_run ON remote_piece (run_id);

-- The workers there are: state WAITING, READING, REFUSED or LEAVING; refused_for in words of the program.
CREATE TABLE IF NOT EXISTS worker (
  worker       VARCHAR(200)   NOT NULL PRIMARY KEY,
  threads      INT            NOT NULL,
  state        VARCHAR(10)    NOT NULL,
  run_id       BIGINT         NULL,
  refused_for  VARCHAR(200)   NULL,
  files        BIGINT         NOT NULL,
  persons      BIGINT         NOT NULL,
  files_rate   DECIMAL(12, 1) NOT NULL,
  persons_rate DECIMAL(12, 1) NOT NULL,
  started_at   TIMESTAMP(3)   DEFAULT CURRENT_TIMESTAMP(3) NOT NULL,
  heartbeat_at TIMESTAMP(3)   NULL
) ${table_options};
