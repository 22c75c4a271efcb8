package basedecl.assessment.topup;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.money.Money;
import basedecl.policy.rule.LimitChange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopUpBalanceTest {

  @ParameterizedTest
  @CsvSource({
    "561.60, 0.00, ZERO, 561.60, 0.00",
    "561.60, 421.20, ZERO, 140.40, 0.00",
    "280.80, 421.20, ZERO, 0.00, 140.40",
    "280.80, 421.20, REFUND, -140.40, 0.00",
    "421.20, 421.20, REFUND, 0.00, 0.00",
    "-46.80, 0.00, REFUND, -46.80, 0.00"
  })
  void whatIsDueBeyondWhatWasAskedIsTheNextBill(
      String due, String asked, LimitChange.Decrease decrease, String bill, String credit) {
    TopUpBalance balance = new TopUpBalance(Money.of(due), Money.of(asked), decrease);

    assertThat(balance.bill()).isEqualTo(Money.of(bill));
    assertThat(balance.credit()).isEqualTo(Money.of(credit));
  }
}
