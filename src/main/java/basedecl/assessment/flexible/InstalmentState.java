package basedecl.assessment.flexible;

/** How far an instalment is paid on a day: 已缴, 未到期, 部分缴费, 中断. */
public enum InstalmentState {
  PAID("已缴"),
  NOT_DUE("未到期"),
  PARTLY_PAID("部分缴费"),
  INTERRUPTED("中断");

  private final String title;

  InstalmentState(String title) {
    this.title = title;
  }

  /** The word in workbooks. */
  public String title() {
    return title;
  }
}
