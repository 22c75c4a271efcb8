package basedecl.assessment.latefee;

import basedecl.declaration.change.Inheritance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A month of an employer that another one bears: what is open of it follows to that one (Civil
 * Code, art. 67), while due, payments and late fee stay those of the month and are counted there.
 */
public record InheritedDue(Inheritance inheritance, SettledDue settled) {

  /** The months with something open or late, in the order of the inheritances. */
  public static List<InheritedDue> of(
      List<Inheritance> inheritances, Collection<SettledDue> settled) {
    List<InheritedDue> found = new ArrayList<>();
    for (Inheritance inheritance : inheritances) {
      settled.stream()
          .filter(month -> month.due().employerCode().equals(inheritance.from()))
          .filter(month -> inheritance.covers(month.due().period()))
          .filter(InheritedDue::isOpen)
          .forEach(month -> found.add(new InheritedDue(inheritance, month)));
    }
    return found;
  }

  /** What such months come to. */
  public static LateFeeTotals totals(List<InheritedDue> inherited) {
    return LateFeeTotals.of(inherited.stream().map(InheritedDue::settled).toList());
  }

  /** Whether anything is unpaid, late, or not known. */
  private static boolean isOpen(SettledDue month) {
    return month.isInArrears()
        || month.arrears().isEmpty()
        || month.fee().filter(fee -> fee.signum() > 0).isPresent();
  }
}
