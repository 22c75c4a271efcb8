package basedecl.assessment.flexible;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.topup.Instalment;
import basedecl.money.Money;
import basedecl.payment.Movement;
import basedecl.rules.RuleCase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstalmentAccountTest {

  static Stream<RuleCase> instalments() {
    return RuleCase.of("instalments.yaml");
  }

  @ParameterizedTest
  @MethodSource("instalments")
  void paymentsAreLaidOnInstalmentsAndWhatIsNotPaidInTimeIsInterrupted(RuleCase each) {
    boolean backPayment = !each.has("back-payment");
    LocalDate day = LocalDate.parse(each.get("day"));
    InstalmentAccount account =
        InstalmentAccount.of(
            each.list("due").stream().map(InstalmentAccountTest::due).toList(),
            payments(each),
            paidOn -> backPayment);
    assertThat(words(account, i -> i.state(day).title())).isEqualTo(each.get("states"));
    assertThat(words(account, i -> i.paid().toString())).isEqualTo(each.get("paid"));
    assertThat(sum(account, i -> i.paidMonths().size())).isEqualTo(each.get("months"));
    assertThat(sum(account, i -> i.interruptedMonths(day).size()))
        .isEqualTo(each.get("interrupted"));
    assertThat(account.unplacedAmount()).hasToString(each.get("unplaced"));
    assertThat(
            account.instalments().stream()
                .map(PaidInstalment::paid)
                .reduce(account.unplacedAmount(), Money::plus))
        .as("nothing is lost or made")
        .isEqualTo(
            payments(each).stream()
                .map(payment -> payment.movement().amount())
                .reduce(Money.ZERO, Money::plus));
  }

  private static DueInstalment due(RuleCase line) {
    YearMonth first = YearMonth.parse(line.get("months").split(" ", -1)[0]);
    YearMonth last = YearMonth.parse(line.get("months").split(" ", -1)[1]);
    long months = ChronoUnit.MONTHS.between(first, last) + 1;
    Money price = Money.of(line.get(line.has("tier") ? "tier" : "monthly"));
    Money amount =
        line.has("tier") ? price : new Money(price.amount().multiply(BigDecimal.valueOf(months)));
    return new DueInstalment(
        new Instalment(first, last, List.of(new Instalment.Part(first, last, price, amount))),
        LocalDate.parse(line.get("by")));
  }

  private static List<InstalmentPayment> payments(RuleCase each) {
    List<InstalmentPayment> payments = new ArrayList<>();
    for (RuleCase line : each.list("payments")) {
      payments.add(
          new InstalmentPayment(
              new Movement(
                  LocalDate.parse(line.get("on")),
                  Money.of(line.get("amount")),
                  Optional.of(line.has("serial") ? line.get("serial") : "S" + payments.size())),
              line.has("for")
                  ? Optional.of(
                      new PaidFor(
                          YearMonth.parse(line.get("for").split(" ", -1)[0]),
                          YearMonth.parse(line.get("for").split(" ", -1)[1])))
                  : Optional.empty()));
    }
    return payments;
  }

  private static String words(InstalmentAccount account, Function<PaidInstalment, String> word) {
    return account.instalments().stream().map(word).collect(Collectors.joining(" "));
  }

  private static String sum(InstalmentAccount account, Function<PaidInstalment, Integer> count) {
    return Integer.toString(account.instalments().stream().map(count).reduce(0, Integer::sum));
  }
}
