package basedecl.report.flexible;

import basedecl.ledger.flexible.SpecialCharge;
import basedecl.ledger.flexible.SpecialPayment;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which months each payment was for (费款所属期): payments are laid against a person's approved amounts
 * of a region and kind as {@link SettledCharge} lays their sum, from the earliest period on, and a
 * refund is taken off the end again. What is more than all of them belongs to the last.
 */
public final class PaidPeriods {

  private final Map<SpecialPayment, String> periods = new LinkedHashMap<>();

  private record Key(String region, IdNumber idNumber, InsuranceKind kind) {

    static Key of(SpecialCharge charge) {
      return new Key(charge.region(), charge.idNumber(), charge.kind());
    }

    static Key of(SpecialPayment payment) {
      return new Key(payment.region(), payment.idNumber(), payment.kind());
    }
  }

  private PaidPeriods() {}

  /**
   * @param payments in order of their days, refunds among them
   */
  public static PaidPeriods of(List<SpecialCharge> charges, List<SpecialPayment> payments) {
    PaidPeriods all = new PaidPeriods();
    Map<Key, Money> paid = new HashMap<>();
    for (SpecialPayment payment : payments) {
      Key key = Key.of(payment);
      Money before = paid.getOrDefault(key, Money.ZERO);
      Money after = before.plus(payment.amount());
      paid.put(key, after);
      all.periods.put(payment, between(own(charges, key), before.min(after), before.max(after)));
    }
    return all;
  }

  private static List<SpecialCharge> own(List<SpecialCharge> charges, Key key) {
    return charges.stream()
        .filter(charge -> key.equals(Key.of(charge)))
        .sorted(Comparator.comparing(SpecialCharge::from).thenComparing(SpecialCharge::id))
        .toList();
  }

  /** The periods of the charges that the yuan from one sum paid to another fall on. */
  private static String between(List<SpecialCharge> charges, Money from, Money to) {
    List<String> spans = new ArrayList<>();
    Money begin = Money.ZERO;
    for (int i = 0; i < charges.size(); i++) {
      SpecialCharge charge = charges.get(i);
      Money end = begin.plus(charge.amount());
      boolean last = i == charges.size() - 1;
      if (to.isMoreThan(begin) && (last || from.isLessThan(end))) {
        spans.add(
            charge.from().equals(charge.to())
                ? charge.from().toString()
                : charge.from() + " 至 " + charge.to());
      }
      begin = end;
    }
    return String.join("、", spans);
  }

  /** Empty where nothing was approved. */
  public String of(SpecialPayment payment) {
    return periods.getOrDefault(payment, "");
  }
}
