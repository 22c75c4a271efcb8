package basedecl.declaration.procedure;

/** The states of a declaration (domain 4), with the word that stands in workbooks. */
public enum DeclarationState {
  RECEIVED("已接收"),
  REJECTED("未受理"),
  ACCEPTED("已受理"),
  MATERIALS_COMPLETE("材料齐全"),
  UNDER_REVIEW("审核中"),
  RETURNED("已退回"),
  APPROVED("审核通过"),
  CONFIRMED("已确认"),
  REOPENED("已重开");

  private final String title;

  DeclarationState(String title) {
    this.title = title;
  }

  /** That of a declaration just checked. */
  public static DeclarationState onArrival(boolean rejected) {
    return rejected ? REJECTED : RECEIVED;
  }

  public String title() {
    return title;
  }
}
