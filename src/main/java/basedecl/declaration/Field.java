package basedecl.declaration;

/** The columns a declaration may have (contract 4). */
public enum Field {
  SERIAL,
  EMPLOYER_CODE,
  EMPLOYER_NAME,
  NAME,
  DOCUMENT_KIND,
  ID_NUMBER,
  WAGE,
  YEAR_TOTAL,
  MONTHS_PAID,
  PENSION,
  SIGNATURE,
  REMARKS
}
