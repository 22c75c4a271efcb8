-- One-time codes that an agency handed to somebody who pays alone, by letter: kept as hashes, each used
-- once (used_at), none after valid_until. New ones of an account take the place of those before.
-- person_name is the name that is typed beside the document and the code. All instants are UTC.
CREATE TABLE IF NOT EXISTS person_code (
  code_id     BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id  BIGINT       NOT NULL,
  person_name VARCHAR(100) NOT NULL,
  code_hash   VARCHAR(255) NOT NULL,
  valid_until DATETIME(3)  NOT NULL,
  used_at     DATETIME(3)  NULL
) ${table_options};
CREATE INDEX IF NOT EXISTS person_code_account ON person_code (account_id);

-- Somebody who signs in by a code is found by the document.
CREATE INDEX IF NOT EXISTS account_person ON account (id_number);
