package basedecl.ledger.flexible;

import java.util.List;

/**
 * What a region billed for a year.
 *
 * @param months those that stand
 * @param takenBack months that were billed and taken back since, each with the bill it stood on
 * @param bills every bill, without its months
 * @param carried the balance of the region's other years, by person and kind; none of zero
 */
public record TopUpBilled(
    List<TopUpMonth> months,
    List<TopUpMonth> takenBack,
    List<TopUpBill> bills,
    List<TopUpCarried> carried) {

  public TopUpBilled {
    months = List.copyOf(months);
    takenBack = List.copyOf(takenBack);
    bills = List.copyOf(bills);
    carried = List.copyOf(carried);
  }
}
