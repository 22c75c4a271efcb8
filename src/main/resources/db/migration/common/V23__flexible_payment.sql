-- Ordinary payments of the current year by those who pay alone. payment_key as in special_payment;
-- period_from, period_to: the months a payment names, NULL where it counts in order; failure: why a
-- batch debit failed, NULL for money that came in.
CREATE TABLE IF NOT EXISTS flexible_payment (
  region            VARCHAR(60)    NOT NULL,
  payment_key       VARCHAR(200)   NOT NULL,
  payment_id        BIGINT         NOT NULL,
  contribution_year INT            NOT NULL,
  id_number         VARCHAR(18)    NOT NULL,
  kind              VARCHAR(10)    NOT NULL,
  paid_on           DATE           NOT NULL,
  amount            DECIMAL(12, 2) NOT NULL,
  serial_no         VARCHAR(64)    NOT NULL,
  period_from       CHAR(7)        NULL,
  period_to         CHAR(7)        NULL,
  failure           VARCHAR(200)   NULL,
  source_line       VARCHAR(200)   NOT NULL,
  run_id            BIGINT         NOT NULL,
  PRIMARY KEY (region, payment_key)
) ${table_options};
CREATE INDEX IF NOT EXISTS flexible_payment_person ON flexible_payment (id_number);

-- A person's retirement is looked up for a proof of payment.
CREATE INDEX IF NOT EXISTS retirement_person ON retirement (id_number);
