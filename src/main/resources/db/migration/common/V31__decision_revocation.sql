-- Decisions on overpaid or deferred months that were taken back: the decision stays in its table, and
-- counts as never made from revoked_on (inclusive) on. revoked_kind is the table of the decision, line_key
-- as there: a file that has grown since has the same lines again. Rows are only added.
CREATE TABLE IF NOT EXISTS decision_revocation (
  revoked_kind VARCHAR(30)   NOT NULL,
  revoked_id   BIGINT        NOT NULL,
  policy       VARCHAR(100)  NOT NULL,
  revoked_on   DATE          NOT NULL,
  reference_no VARCHAR(100)  NOT NULL,
  line_key     CHAR(64)      NOT NULL,
  run_id       BIGINT        NOT NULL,
  file_path    VARCHAR(1000) NOT NULL,
  file_sha256  CHAR(64)      NOT NULL,
  sheet        VARCHAR(100)  NOT NULL,
  row_no       INT           NOT NULL,
  PRIMARY KEY (revoked_kind, revoked_id)
) ${table_options};
CREATE INDEX IF NOT EXISTS decision_revocation_line ON decision_revocation (policy, line_key);
