package basedecl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.finding.Reason;
import basedecl.money.Money;
import basedecl.rules.RuleCase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentAccountTest {

  static Stream<RuleCase> reversals() {
    return RuleCase.of("reversals.yaml");
  }

  private static Movement movement(RuleCase line) {
    return new Movement(
        LocalDate.parse(line.get("on")),
        Money.of(line.get("amount")),
        line.has("serial") ? Optional.of(line.get("serial")) : Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("reversals")
  void aReversalIsRefusedOrUndoesItsPayment(RuleCase each) {
    List<Movement> movements =
        new ArrayList<>(each.list("account").stream().map(PaymentAccountTest::movement).toList());
    Movement reversal = movement(each.list("reversal").get(0));
    Optional<Reason> refused =
        each.has("refused") ? Optional.of(Reason.valueOf(each.get("refused"))) : Optional.empty();
    assertThat(PaymentAccount.of(movements).refuses(reversal)).isEqualTo(refused);
    if (refused.isEmpty()) {
      movements.add(reversal);
      PaymentAccount account = PaymentAccount.of(movements);
      assertThat(
              account.left().stream()
                  .map(left -> left.amount().toString())
                  .collect(Collectors.joining(" ")))
          .isEqualTo(each.get("left"));
      Collections.reverse(movements);
      assertThat(PaymentAccount.of(movements)).isEqualTo(account);
      assertThat(total(account.left())).isEqualTo(total(movements));
      assertThat(account.reversed())
          .allSatisfy(undone -> assertThat(undone.amount().signum()).isPositive());
    }
  }

  /** The reversal of X was taken before X came in, and X is smaller than it. */
  @Test
  void whatAReversalGivesBackBeyondItsPaymentIsTakenOffTheLatest() {
    Movement first = payment(1, "1000", "A");
    Movement reversal = payment(2, "-1000", "X");
    assertThat(PaymentAccount.of(List.of(first)).refuses(reversal)).isEmpty();

    PaymentAccount smaller = PaymentAccount.of(List.of(first, reversal, payment(2, "500", "X")));
    assertThat(smaller.left()).containsExactly(payment(1, "500", "A"));
    assertThat(smaller.reversed())
        .extracting(Reversed::amount)
        .containsExactly(Money.of("500"), Money.of("500"));
    PaymentAccount equal = PaymentAccount.of(List.of(first, reversal, payment(2, "1000", "X")));
    assertThat(equal.left()).containsExactly(first);
  }

  private static Movement payment(int day, String amount, String serial) {
    return new Movement(LocalDate.of(2022, 3, day), Money.of(amount), Optional.of(serial));
  }

  private static Money total(List<Movement> movements) {
    return movements.stream().map(Movement::amount).reduce(Money.ZERO, Money::plus);
  }
}
