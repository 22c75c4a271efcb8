-- How employers changed, each change once: kind SPLIT, RENAMED, MOVED, MERGED or CLOSED, from a day on
-- (inclusive). Rows are only added; employer keeps today's picture, which follows from the roster and
-- these. digest is a SHA-256 over what the line says: the same change in a further file, or in one that
-- has grown, is the same. name_before and agency_before are those of the eve of the day, as known then.
CREATE TABLE IF NOT EXISTS employer_change (
  digest        CHAR(64)      NOT NULL PRIMARY KEY,
  employer_code VARCHAR(64)   NOT NULL,
  kind          VARCHAR(8)    NOT NULL,
  effective_on  DATE          NOT NULL,
  new_name      VARCHAR(200)  NULL,
  new_agency    VARCHAR(60)   NULL,
  partner_code  VARCHAR(64)   NULL,
  arrears_pass  CHAR(1)       NOT NULL,
  basis         VARCHAR(1000) NOT NULL,
  name_before   VARCHAR(200)  NOT NULL,
  agency_before VARCHAR(60)   NOT NULL,
  run_id        BIGINT        NOT NULL,
  file_path     VARCHAR(1000) NOT NULL,
  file_sha256   CHAR(64)      NOT NULL,
  sheet         VARCHAR(100)  NOT NULL,
  row_no        INT           NOT NULL
) ${table_options};
