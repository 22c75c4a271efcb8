-- Decisions that reviewers took in the desk. A run of review takes those that wait as it takes lines of its
-- file. waiting_for is the declaration while the decision waits and empty afterwards, so that a declaration
-- has one that waits at most, whoever decides at the same moment. standing: WAITING, USED (run_id took it),
-- REFUSED (run_id could not use it, a finding says why), UNDONE (by whom and when). All instants are UTC.
CREATE TABLE IF NOT EXISTS desk_decision (
  decision_id    BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  declaration_id BIGINT        NOT NULL,
  waiting_for    BIGINT        NULL,
  decision       VARCHAR(10)   NOT NULL,
  opinion        VARCHAR(1000) NOT NULL,
  account_id     BIGINT        NOT NULL,
  account_name   VARCHAR(64)   NOT NULL,
  decided_at     DATETIME(3)   NOT NULL,
  standing       VARCHAR(10)   NOT NULL,
  run_id         BIGINT        NULL,
  undone_by      VARCHAR(64)   NULL,
  undone_at      DATETIME(3)   NULL,
  UNIQUE (waiting_for)
) ${table_options};
CREATE INDEX IF NOT EXISTS desk_decision_declaration ON desk_decision (declaration_id, decision_id);

-- The reviewers' queue: what stands in a state, the longest first; with all that its counts need.
CREATE INDEX IF NOT EXISTS declaration_queue ON declaration (policy, contribution_year, population, state, state_date, declaration_id, standing, employer_code);
CREATE INDEX IF NOT EXISTS employer_agency ON employer (agency, employer_code);
