-- Months that were billed and taken back since, because the election was voided or the person had
-- retired: what the bill said, and the run that took it back. The month itself may then be billed anew.
CREATE TABLE IF NOT EXISTS top_up_credit (
  region        VARCHAR(60)    NOT NULL,
  kind          VARCHAR(10)    NOT NULL,
  id_number     VARCHAR(18)    NOT NULL,
  period        CHAR(7)        NOT NULL,
  bill          VARCHAR(80)    NOT NULL,
  assessed_base DECIMAL(12, 2) NOT NULL,
  new_base      DECIMAL(12, 2) NOT NULL,
  rate          DECIMAL(9, 6)  NOT NULL,
  amount        DECIMAL(12, 2) NOT NULL,
  run_id        BIGINT         NOT NULL,
  PRIMARY KEY (region, kind, id_number, period, bill)
) ${table_options};
