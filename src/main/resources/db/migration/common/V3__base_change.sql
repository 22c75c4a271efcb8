-- A person's base from a month on (inclusive, YYYY-MM) where it is another than the declaration's:
-- limits changed and the declared wage was clamped anew. The declaration's own base stays as it was.
CREATE TABLE IF NOT EXISTS base_change (
  line_key       BIGINT         NOT NULL,
  effective_from CHAR(7)        NOT NULL,
  run_id         BIGINT         NOT NULL,
  base           DECIMAL(12, 2) NOT NULL,
  adjustment     CHAR(1)        NOT NULL,
  PRIMARY KEY (line_key, effective_from)
) ${table_options};
