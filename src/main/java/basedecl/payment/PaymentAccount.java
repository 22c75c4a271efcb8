package basedecl.payment;

import basedecl.finding.Reason;
import basedecl.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Payments towards one and the same due, and what was given back of them (冲销, 退款). What was given
 * back counts as never paid:
 *
 * <ul>
 *   <li>a reversal undoes the payment that bears its serial number;
 *   <li>without one, and for what it gives back beyond that payment, the latest payment by its day
 *       of which just as much is left, else the latest payments by its day.
 * </ul>
 *
 * <p>Employers' payments of a month and a flexible worker's special payments go by this one rule.
 */
public record PaymentAccount(List<Movement> movements) {

  /** On one day payments come before what gives them back. */
  private static final Comparator<Movement> IN_ORDER =
      Comparator.comparing(Movement::on)
          .thenComparing(Movement::amount, Comparator.reverseOrder())
          .thenComparing(movement -> movement.serial().orElse(""));

  /** In order of their days, whatever order they came in. */
  public PaymentAccount {
    movements = movements.stream().sorted(IN_ORDER).toList();
  }

  public static PaymentAccount of(Collection<Movement> movements) {
    return new PaymentAccount(List.copyOf(movements));
  }

  /**
   * Why a reversal cannot be taken: it comes before the payment that bears its number or gives back
   * more than that one; or on some day, its own or a later one, more would be given back than was
   * paid by then. A later payment does not make an earlier reversal right, however often the lines
   * are read.
   */
  public Optional<Reason> refuses(Movement reversal) {
    Optional<Movement> own = movements.stream().filter(each -> isOwn(each, reversal)).findFirst();
    if (own.filter(payment -> payment.on().isAfter(reversal.on())).isPresent()) {
      return Optional.of(Reason.REFUND_EARLY);
    }
    boolean moreThanOwn =
        own.filter(payment -> payment.amount().plus(reversal.amount()).signum() < 0).isPresent();
    return moreThanOwn || isOverdrawnBy(reversal)
        ? Optional.of(Reason.REFUND_TOO_LARGE)
        : Optional.empty();
  }

  private boolean isOverdrawnBy(Movement reversal) {
    Money left = reversal.amount();
    for (Movement movement : movements) {
      if (movement.on().isAfter(reversal.on()) && left.signum() < 0) {
        return true;
      }
      left = left.plus(movement.amount());
    }
    return left.signum() < 0;
  }

  /** The payments with what is left of them, in order of their days; none of which nothing is. */
  public List<Movement> left() {
    return Slate.of(this).left();
  }

  /** What each reversal undid, in order of the reversals' days. */
  public List<Reversed> reversed() {
    return Slate.of(this).reversed();
  }

  private static boolean isOwn(Movement payment, Movement reversal) {
    return !payment.isReversal()
        && payment.serial().isPresent()
        && payment.serial().equals(reversal.serial());
  }

  /** The payments while reversals are set against them. */
  private record Slate(List<Movement> payments, List<Money> rest, List<Reversed> undone) {

    static Slate of(PaymentAccount account) {
      List<Movement> payments =
          account.movements.stream().filter(each -> !each.isReversal()).toList();
      Slate slate =
          new Slate(
              payments,
              new ArrayList<>(payments.stream().map(Movement::amount).toList()),
              new ArrayList<>());
      List<Movement> reversals = account.movements.stream().filter(Movement::isReversal).toList();
      List<Money> open = reversals.stream().map(slate::undoOwn).toList();
      for (int i = 0; i < reversals.size(); i++) {
        slate.undoLatest(reversals.get(i), open.get(i));
      }
      return slate;
    }

    /**
     * Undoes the payment that bears the number; the answer is what is still to be undone. A payment
     * that came in after the reversal of its number may be smaller than that one.
     */
    private Money undoOwn(Movement reversal) {
      Money open = Money.ZERO.minus(reversal.amount());
      for (int i = 0; i < payments.size(); i++) {
        if (isOwn(payments.get(i), reversal)) {
          open = undo(i, reversal, open);
        }
      }
      return open;
    }

    private void undoLatest(Movement reversal, Money amount) {
      Money open = amount;
      for (int i = payments.size() - 1; i >= 0; i--) {
        if (isBy(i, reversal) && rest.get(i).equals(open)) {
          open = undo(i, reversal, open);
        }
      }
      for (int i = payments.size() - 1; i >= 0; i--) {
        if (isBy(i, reversal)) {
          open = undo(i, reversal, open);
        }
      }
      // What was paid by that day may be gone to a reversal with its number: the next one bears it.
      for (int i = 0; i < payments.size(); i++) {
        open = undo(i, reversal, open);
      }
    }

    private boolean isBy(int index, Movement reversal) {
      return !payments.get(index).on().isAfter(reversal.on());
    }

    /** Sets the amount against a payment; the answer is what is still to be undone. */
    private Money undo(int index, Movement reversal, Money amount) {
      Money undone = amount.min(rest.get(index));
      if (undone.signum() > 0) {
        rest.set(index, rest.get(index).minus(undone));
        undone().add(new Reversed(payments.get(index), reversal, undone));
      }
      return amount.minus(undone);
    }

    List<Movement> left() {
      List<Movement> left = new ArrayList<>();
      for (int i = 0; i < payments.size(); i++) {
        if (rest.get(i).signum() > 0) {
          left.add(payments.get(i).with(rest.get(i)));
        }
      }
      return left;
    }

    List<Reversed> reversed() {
      return undone.stream()
          .sorted(
              Comparator.comparing((Reversed each) -> each.reversal().on())
                  .thenComparing(each -> each.payment().on()))
          .toList();
    }
  }
}
