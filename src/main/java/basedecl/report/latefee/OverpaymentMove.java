package basedecl.report.latefee;

import basedecl.assessment.latefee.OverpaymentDecision;
import basedecl.assessment.latefee.SettledDue;
import basedecl.ledger.latefee.DecisionRecord;
import basedecl.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One line of the sheet 退费抵缴: a decision under its employer's name, and what the month is still
 * overpaid; empty where the month is of another year.
 */
public record OverpaymentMove(
    String employerName,
    DecisionRecord<OverpaymentDecision> decided,
    Optional<Money> stillOverpaid) {

  /** In order of employer, month and day. */
  public static List<OverpaymentMove> of(
      Collection<DecisionRecord<OverpaymentDecision>> decisions,
      Collection<SettledDue> settled,
      UnaryOperator<String> name) {
    Map<String, Optional<Money>> overpaid = new HashMap<>();
    settled.forEach(
        due -> overpaid.put(due.due().employerCode() + " " + due.due().period(), due.overpaid()));
    return decisions.stream()
        .sorted(
            Comparator.comparing(
                    (DecisionRecord<OverpaymentDecision> each) -> each.decision().employerCode())
                .thenComparing(each -> each.decision().period())
                .thenComparing(each -> each.decision().decidedOn()))
        .map(
            each ->
                new OverpaymentMove(
                    name.apply(each.decision().employerCode()),
                    each,
                    overpaid.getOrDefault(
                        each.decision().employerCode() + " " + each.decision().period(),
                        Optional.empty())))
        .toList();
  }
}
