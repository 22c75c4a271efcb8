package basedecl.declaration.change;

/** The columns of a table of changes; the employer's old name only tells a line to its reader. */
public enum ChangeField {
  EMPLOYER_CODE,
  EMPLOYER_NAME,
  KIND,
  DAY,
  NEW_NAME,
  NEW_AGENCY,
  PARTNER,
  ARREARS_PASS,
  BASIS
}
