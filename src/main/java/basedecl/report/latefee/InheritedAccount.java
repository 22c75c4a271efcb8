package basedecl.report.latefee;

import basedecl.assessment.latefee.InheritedDue;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A month that another employer bears, with both their names.
 *
 * @param bearerName of the one that bears it
 * @param formerName of the one whose month it is
 */
public record InheritedAccount(String bearerName, String formerName, InheritedDue due) {

  /**
   * The same months with names.
   *
   * @param names of the employers by code
   */
  public static List<InheritedAccount> of(List<InheritedDue> dues, UnaryOperator<String> names) {
    return dues.stream()
        .map(
            due ->
                new InheritedAccount(
                    names.apply(due.inheritance().to()),
                    names.apply(due.inheritance().from()),
                    due))
        .toList();
  }
}
