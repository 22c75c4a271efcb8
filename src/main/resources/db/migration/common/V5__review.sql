-- The scans by which a declaration's materials became complete.
CREATE TABLE declaration_material (
  declaration_id BIGINT       NOT NULL,
  file_name      VARCHAR(255) NOT NULL,
  kind           VARCHAR(8)   NOT NULL,
  format         VARCHAR(4)   NOT NULL,
  size_bytes     BIGINT       NOT NULL,
  sha256         CHAR(64)     NOT NULL,
  run_id         BIGINT       NOT NULL,
  PRIMARY KEY (declaration_id, file_name)
) ${table_options};

-- Lines of decisions and confirmations that took effect: the same line of the same file is used once.
-- line_digest is a SHA-256 over policy, year, population, kind, file name, place and content.
CREATE TABLE review_line (
  line_digest    CHAR(64) NOT NULL PRIMARY KEY,
  declaration_id BIGINT   NOT NULL,
  run_id         BIGINT   NOT NULL
) ${table_options};
