-- Who retired, and in which month, as a list of a top-up run of the year said: a later run goes by it
-- until another list says otherwise.
CREATE TABLE IF NOT EXISTS retirement (
  region            VARCHAR(60)  NOT NULL,
  contribution_year INT          NOT NULL,
  id_number         VARCHAR(18)  NOT NULL,
  person_name       VARCHAR(100) NOT NULL,
  retired_in        CHAR(7)      NOT NULL,
  run_id            BIGINT       NOT NULL,
  PRIMARY KEY (region, contribution_year, id_number)
) ${table_options};

-- The last approved amount that a proof knew; NULL for those issued before, which go by all of them.
ALTER TABLE certificate ADD COLUMN IF NOT EXISTS last_charge BIGINT NULL;

-- Special payments look up a person's elections of every year.
CREATE INDEX IF NOT EXISTS election_person ON election (id_number);
