package basedecl.payment;

/** The columns of a table of payments (contract 7); serial and name only tell a total row. */
public enum PaymentField {
  LINE_NUMBER,
  EMPLOYER_NAME,
  EMPLOYER_CODE,
  PERIOD,
  PAID_ON,
  AMOUNT,
  SERIAL
}
