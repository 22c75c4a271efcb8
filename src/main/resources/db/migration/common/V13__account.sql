-- Who may sign in. name_key is the sign-in name in normal form (NFKC, lower case, made in Java), by which
-- names are unique. All instants of this script are UTC. one_time_until stands while the password is a
-- one-time one. credentials_version grows whenever sessions that are open must end. totp_secret is sealed
-- by a key of the environment where there is one; totp_step is the last step whose code was used.
CREATE TABLE IF NOT EXISTS account (
  account_id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name_key            VARCHAR(64)  NOT NULL,
  sign_in_name        VARCHAR(64)  NOT NULL,
  role                VARCHAR(20)  NOT NULL,
  agency              VARCHAR(60)  NULL,
  id_number           VARCHAR(18)  NULL,
  state               VARCHAR(10)  NOT NULL,
  password_hash       VARCHAR(255) NOT NULL,
  one_time_until      DATETIME(3)  NULL,
  credentials_version INT          NOT NULL,
  totp_secret         VARCHAR(255) NULL,
  totp_step           BIGINT       NULL,
  UNIQUE (name_key)
) ${table_options};

-- The employers that a clerk declares for.
CREATE TABLE IF NOT EXISTS account_employer (
  account_id    BIGINT      NOT NULL,
  employer_code VARCHAR(64) NOT NULL,
  PRIMARY KEY (account_id, employer_code)
) ${table_options};
CREATE INDEX IF NOT EXISTS account_employer_code ON account_employer (employer_code);

-- Failed attempts to sign in since the last good one. source is NAME, with the SHA-256 of the name as it
-- was typed (it may have been a password), or ADDRESS, with the address.
CREATE TABLE IF NOT EXISTS sign_in_failure (
  source       VARCHAR(10) NOT NULL,
  source_key   VARCHAR(64) NOT NULL,
  failures     INT         NOT NULL,
  last_failure DATETIME(3) NOT NULL,
  PRIMARY KEY (source, source_key)
) ${table_options};

-- Who did what, when, on whom and from which address. Rows are added, never changed or deleted.
-- account_name stands beside the number, so that the record reads without the accounts. subject is an
-- employer's code, a masked number of a person, a sign-in name or the number of a thing.
CREATE TABLE IF NOT EXISTS account_event (
  event_id     BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  happened_at  DATETIME(3)  NOT NULL,
  account_id   BIGINT       NULL,
  account_name VARCHAR(64)  NOT NULL,
  kind         VARCHAR(40)  NOT NULL,
  subject_kind VARCHAR(10)  NOT NULL,
  subject      VARCHAR(100) NOT NULL,
  address      VARCHAR(64)  NOT NULL,
  result       VARCHAR(10)  NOT NULL
) ${table_options};
CREATE INDEX IF NOT EXISTS account_event_account ON account_event (account_id, kind, event_id);
CREATE INDEX IF NOT EXISTS account_event_subject ON account_event (subject_kind, subject, event_id);
CREATE INDEX IF NOT EXISTS account_event_time ON account_event (happened_at);
