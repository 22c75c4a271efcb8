-- The limits of each month of the year as a run of declaration or limit-change knew them: a policy file
-- that is filled in or corrected later says nothing of what a run went by. Runs of before have none.
CREATE TABLE IF NOT EXISTS run_limits (
  run_id         BIGINT         NOT NULL,
  period         CHAR(7)        NOT NULL,
  effective_from CHAR(7)        NOT NULL,
  lower_limit    DECIMAL(12, 2) NOT NULL,
  upper_limit    DECIMAL(12, 2) NOT NULL,
  standing       VARCHAR(12)    NOT NULL,
  published      DATE           NOT NULL,
  citation       VARCHAR(1000)  NOT NULL,
  placeholder    CHAR(1)        NOT NULL,
  PRIMARY KEY (run_id, period)
) ${table_options};
