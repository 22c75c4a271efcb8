-- Which runs of limit-change took up which limits: those of the months from effective_from on, as known
-- on known_on. The changed bases themselves stand in base_change.
CREATE TABLE IF NOT EXISTS limit_change (
  run_id            BIGINT       NOT NULL PRIMARY KEY,
  policy            VARCHAR(100) NOT NULL,
  contribution_year INT          NOT NULL,
  effective_from    CHAR(7)      NOT NULL,
  known_on          DATE         NOT NULL
) ${table_options};
CREATE INDEX IF NOT EXISTS limit_change_year ON limit_change (policy, contribution_year, run_id);

-- Runs of before this table that changed a base.
INSERT INTO limit_change (run_id, policy, contribution_year, effective_from, known_on)
SELECT r.run_id, r.policy, r.contribution_year, MIN(b.effective_from), r.business_date
FROM ledger_run r JOIN base_change b ON b.run_id = r.run_id
WHERE r.job = 'limit-change' AND NOT EXISTS (SELECT 1 FROM limit_change l WHERE l.run_id = r.run_id)
GROUP BY r.run_id, r.policy, r.contribution_year, r.business_date;
