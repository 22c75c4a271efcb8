package basedecl.report.flexible;

import basedecl.assessment.flexible.SpecialStatus;
import basedecl.ledger.flexible.SpecialCharge;
import basedecl.ledger.flexible.SpecialPayment;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An approved amount with what was paid of it. */
public record SettledCharge(SpecialCharge charge, Money paid) {

  private record Key(String region, IdNumber idNumber, InsuranceKind kind) {

    static Key of(SpecialCharge charge) {
      return new Key(charge.region(), charge.idNumber(), charge.kind());
    }

    static Key of(SpecialPayment payment) {
      return new Key(payment.region(), payment.idNumber(), payment.kind());
    }
  }

  public SpecialStatus status() {
    return SpecialStatus.of(charge.amount(), paid);
  }

  /**
   * The charges, in the order given, with what a person paid of a kind in a region laid against
   * them from the earliest period on; what is more than all of them stands at the last.
   */
  public static List<SettledCharge> of(List<SpecialCharge> charges, List<SpecialPayment> payments) {
    Map<Key, Money> left = new HashMap<>();
    payments.forEach(p -> left.merge(Key.of(p), p.amount(), Money::plus));
    Map<Key, List<SpecialCharge>> byPerson =
        charges.stream().collect(Collectors.groupingBy(Key::of));
    Map<Long, Money> paid = new HashMap<>();
    byPerson.forEach(
        (key, own) -> {
          List<SpecialCharge> ordered = new ArrayList<>(own);
          ordered.sort(Comparator.comparing(SpecialCharge::from).thenComparing(SpecialCharge::id));
          Money rest = left.getOrDefault(key, Money.ZERO);
          for (int i = 0; i < ordered.size(); i++) {
            SpecialCharge charge = ordered.get(i);
            Money part = i == ordered.size() - 1 ? rest : rest.min(charge.amount());
            paid.put(charge.id(), part);
            rest = rest.minus(part);
          }
        });
    return charges.stream()
        .map(charge -> new SettledCharge(charge, paid.getOrDefault(charge.id(), Money.ZERO)))
        .toList();
  }
}
