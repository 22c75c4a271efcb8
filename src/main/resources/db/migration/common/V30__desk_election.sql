-- Elections and voidings made in the desk, by somebody who pays alone or by the agency from a paper
-- (origin SELF or PAPER). A run of flexible-election takes those that wait, in their order, as it takes
-- lines of a file. standing: WAITING, USED (run_id took it; election_id is the election that came of it or
-- was voided), REFUSED (run_id could not use it; code and arguments say why as in handed_finding), UNDONE
-- (taken back before a run read it). form_id is the form's: posted twice it is one line. entered_on is the
-- desk's day, by which it is checked. Instants are UTC.
CREATE TABLE IF NOT EXISTS desk_election (
  line_no           BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  form_id           CHAR(32)       NOT NULL,
  region            VARCHAR(60)    NOT NULL,
  contribution_year INT            NOT NULL,
  action            VARCHAR(10)    NOT NULL,
  kind              VARCHAR(10)    NOT NULL,
  id_number         VARCHAR(18)    NOT NULL,
  person_name       VARCHAR(100)   NOT NULL,
  base              DECIMAL(12, 2) NULL,
  rhythm            VARCHAR(12)    NULL,
  effective_from    CHAR(7)        NOT NULL,
  batch_debit       CHAR(1)        NOT NULL,
  origin            VARCHAR(10)    NOT NULL,
  account_id        BIGINT         NOT NULL,
  account_name      VARCHAR(64)    NOT NULL,
  entered_on        DATE           NOT NULL,
  entered_at        DATETIME(3)    NOT NULL,
  standing          VARCHAR(10)    NOT NULL,
  run_id            BIGINT         NULL,
  election_id       BIGINT         NULL,
  code              VARCHAR(40)    NULL,
  arguments         VARCHAR(2000)  NULL,
  undone_by         VARCHAR(64)    NULL,
  undone_at         DATETIME(3)    NULL,
  UNIQUE (form_id)
) ${table_options};
CREATE INDEX IF NOT EXISTS desk_election_person ON desk_election (id_number, line_no);
CREATE INDEX IF NOT EXISTS desk_election_standing ON desk_election (standing, region, contribution_year);

-- What somebody was asked to top up is looked up by the person.
CREATE INDEX IF NOT EXISTS top_up_bill_person ON top_up_bill (id_number);
CREATE INDEX IF NOT EXISTS special_charge_person ON special_charge (id_number);
