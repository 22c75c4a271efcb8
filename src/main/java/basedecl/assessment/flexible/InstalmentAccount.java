package basedecl.assessment.flexible;

import basedecl.money.Money;
import basedecl.payment.Movement;
import basedecl.payment.PaymentAccount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What somebody paid for a kind of insurance in a year, laid on the year's instalments:
 *
 * <ul>
 *   <li>what was given back counts as never paid ({@link PaymentAccount});
 *   <li>a payment that names months goes to the instalments of these months, what is more than they
 *       come to stays with the last of them;
 *   <li>the others, in order of their days, go to the earliest instalment that is open; what is
 *       more than all of them belongs to none;
 *   <li>where the policy forbids back payment, nothing goes to an instalment whose last day had
 *       passed (Heze: 中断后不能补缴).
 * </ul>
 *
 * @param instalments in order of their months
 * @param unplaced what belongs to no instalment
 */
public record InstalmentAccount(
    List<PaidInstalment> instalments, List<PaidInstalment.Slice> unplaced) {

  public InstalmentAccount {
    instalments = List.copyOf(instalments);
    unplaced = List.copyOf(unplaced);
  }

  /**
   * @param due in order of their months
   * @param mayBeLate whether an instalment may be paid on a day after its last one
   */
  public static InstalmentAccount of(
      List<DueInstalment> due, List<InstalmentPayment> payments, Predicate<LocalDate> mayBeLate) {
    Layers layers = new Layers(due, mayBeLate);
    Map<Boolean, List<InstalmentPayment>> named =
        payments.stream()
            .collect(Collectors.partitioningBy(payment -> payment.paidFor().isPresent()));
    named.getOrDefault(true, List.of()).stream()
        .collect(
            Collectors.groupingBy(
                payment -> payment.paidFor().orElseThrow(),
                () -> new TreeMap<>(Comparator.comparing(PaidFor::from).thenComparing(PaidFor::to)),
                Collectors.toList()))
        .forEach(
            (months, own) ->
                left(own).forEach(movement -> layers.lay(movement, Optional.of(months))));
    left(named.getOrDefault(false, List.of()))
        .forEach(movement -> layers.lay(movement, Optional.empty()));
    return layers.account();
  }

  private static List<Movement> left(List<InstalmentPayment> payments) {
    return PaymentAccount.of(payments.stream().map(InstalmentPayment::movement).toList()).left();
  }

  public Money unplacedAmount() {
    return unplaced.stream().map(PaidInstalment.Slice::amount).reduce(Money.ZERO, Money::plus);
  }

  /** The instalments a payment was laid on, by its number, in order. */
  public List<DueInstalment> laidOn(String payment) {
    return instalments.stream()
        .filter(each -> each.slices().stream().anyMatch(s -> s.payment().equals(payment)))
        .map(PaidInstalment::due)
        .toList();
  }

  /** The instalments while payments are laid on them. */
  private static final class Layers {
    private final List<DueInstalment> due;
    private final List<List<PaidInstalment.Slice>> slices;
    private final List<PaidInstalment.Slice> unplaced = new ArrayList<>();
    private final Predicate<LocalDate> mayBeLate;

    Layers(List<DueInstalment> due, Predicate<LocalDate> mayBeLate) {
      this.due = due;
      this.mayBeLate = mayBeLate;
      this.slices =
          due.stream().<List<PaidInstalment.Slice>>map(each -> new ArrayList<>()).toList();
    }

    void lay(Movement payment, Optional<PaidFor> months) {
      Money rest = payment.amount();
      int last = -1;
      for (int i = 0; i < due.size(); i++) {
        int at = i;
        if (isOpen(i, payment.on()) && months.map(due.get(at)::isWithin).orElse(true)) {
          Money part = rest.min(paid(i).open());
          add(slices.get(i), payment, part);
          rest = rest.minus(part);
          last = i;
        }
      }
      add(last >= 0 && months.isPresent() ? slices.get(last) : unplaced, payment, rest);
    }

    private boolean isOpen(int index, LocalDate paidOn) {
      return mayBeLate.test(paidOn) || !paidOn.isAfter(due.get(index).lastDay());
    }

    private static void add(List<PaidInstalment.Slice> to, Movement payment, Money amount) {
      if (amount.signum() > 0) {
        to.add(new PaidInstalment.Slice(payment.serial().orElseThrow(), payment.on(), amount));
      }
    }

    private PaidInstalment paid(int index) {
      return new PaidInstalment(due.get(index), slices.get(index));
    }

    InstalmentAccount account() {
      List<PaidInstalment> all = new ArrayList<>();
      for (int i = 0; i < due.size(); i++) {
        all.add(paid(i));
      }
      return new InstalmentAccount(all, unplaced);
    }
  }
}
