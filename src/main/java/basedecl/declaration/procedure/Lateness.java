package basedecl.declaration.procedure;

/** A step of the procedure that was taken, or is still due, after its last day. */
public enum Lateness {
  DECLARED_LATE("逾期申报"),
  REVIEWED_LATE("逾期审核"),
  CONFIRMED_LATE("逾期确认");

  private final String title;

  Lateness(String title) {
    this.title = title;
  }

  /** The word that stands in workbooks. */
  public String title() {
    return title;
  }
}
