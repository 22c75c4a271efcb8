package basedecl.declaration.procedure;

/**
 * A step of the employer's that was taken, or is still due, after the last day to declare (S3,
 * third part, point three: declared by then, its materials submitted).
 */
public enum Lateness {
  DECLARED_LATE("逾期申报"),
  SUBMITTED_LATE("逾期提交材料");

  private final String title;

  Lateness(String title) {
    this.title = title;
  }

  /** The word that stands in workbooks. */
  public String title() {
    return title;
  }
}
