package basedecl.declaration;

/** The columns of a table of payments (contract 7). */
public enum PaymentField {
  EMPLOYER_CODE,
  PERIOD,
  PAID_ON,
  AMOUNT,
  SERIAL
}
