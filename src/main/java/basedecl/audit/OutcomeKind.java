package basedecl.audit;

/**
 * What came of an audit at an employer; the names stand in the ledger. Whoever was flagged checks
 * itself first; what it answers, explains or corrects is noted. Where that does not do, the agency
 * assesses the wages.
 */
public enum OutcomeKind {
  SELF_CHECK("已收到自查"),
  EXPLAINED("已说明"),
  CORRECTED("已更正"),
  ASSESSED("已核定");

  private final String title;

  OutcomeKind(String title) {
    this.title = title;
  }

  /** The word that stands in workbooks. */
  public String title() {
    return title;
  }
}
