package basedecl.assessment.flexible;

import basedecl.money.Money;

/** How far an approved amount is paid: 待缴, 部分缴费, 已缴清, 多缴. */
public enum SpecialStatus {
  OPEN("待缴"),
  PARTLY_PAID("部分缴费"),
  PAID("已缴清"),
  OVERPAID("多缴");

  private final String title;

  SpecialStatus(String title) {
    this.title = title;
  }

  /** The word in workbooks. */
  public String title() {
    return title;
  }

  public static SpecialStatus of(Money due, Money paid) {
    if (paid.signum() <= 0) {
      return OPEN;
    }
    if (paid.isLessThan(due)) {
      return PARTLY_PAID;
    }
    return paid.equals(due) ? PAID : OVERPAID;
  }
}
