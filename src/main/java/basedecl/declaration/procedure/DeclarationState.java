package basedecl.declaration.procedure;

/** The states of a declaration (domain 4), with the word that stands in workbooks. */
public enum DeclarationState {
  RECEIVED("已接收", "run"),
  REJECTED("未受理", "employer-again"),
  ACCEPTED("已受理", "employer-materials"),
  MATERIALS_COMPLETE("材料齐全", "agency"),
  UNDER_REVIEW("审核中", "agency"),
  RETURNED("已退回", "employer-again"),
  APPROVED("审核通过", "employer-confirm"),
  CONFIRMED("已确认", "nobody"),
  REOPENED("已重开", "employer-again"),
  ASSESSED("稽核核定", "nobody");

  private final String title;
  private final String waitsFor;

  DeclarationState(String title, String waitsFor) {
    this.title = title;
    this.waitsFor = waitsFor;
  }

  /** That of a declaration just checked. */
  public static DeclarationState onArrival(boolean rejected) {
    return rejected ? REJECTED : RECEIVED;
  }

  public String title() {
    return title;
  }

  /** Whose turn it is (domain 4), as the messages under {@code explain.waits} name it. */
  public String waitsFor() {
    return waitsFor;
  }
}
