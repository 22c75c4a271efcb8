package basedecl.assessment.collection;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private static final EmployerMonth E1 = new EmployerMonth("E1", YearMonth.of(2024, 1));

  private final List<Reconciliation.Asked> asked = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private final Map<EmployerMonth, Money> paid = new HashMap<>();

  @Test
  void aLineAgreesWhereItsReceiptsComeToWhatItAskedFor() {
    ask(1, "1000", "5");
    receive(1, "600", "0");
    assertThat(said()).containsExactly("1 differs -405.00 open 405.00");
    receive(1, "405", "5");
    assertThat(said()).containsExactly("1 agrees 0.00 open 0.00");
    receive(1, "20", "0");
    assertThat(said()).containsExactly("1 differs 20.00 open 0.00");
  }

  @Test
  void aCorrectionDownwardsLeavesLessOpenAndMoneyPaysTheOldestFirst() {
    ask(1, "1000", "0");
    ask(2, "-100", "0");
    ask(3, "50", "0");
    assertThat(said()).containsExactly("1 - open 900.00", "2 - open 0.00", "3 - open 50.00");
    paid.merge(E1, Money.of("920"), Money::plus);
    assertThat(said()).containsExactly("1 - open 0.00", "2 - open 0.00", "3 - open 30.00");
  }

  @Test
  void moneyTooMuchForOneLinePaysAnotherOfTheMonth() {
    ask(1, "1000", "0");
    ask(2, "200", "0");
    receive(2, "300", "0");
    assertThat(said()).containsExactly("1 - open 900.00", "2 differs 100.00 open 0.00");
  }

  @Test
  void whatCameAndWasGivenBackElsewhereIsOpenAgain() {
    ask(1, "1000", "0");
    receive(1, "1000", "0");
    paid.merge(E1, Money.of("-1000"), Money::plus);
    assertThat(said()).containsExactly("1 agrees 0.00 open 1000.00");
  }

  @Test
  void anAmountThatDoesNotSayItsLateFeeIsDividedAsTheLineWas() {
    Collected line = figures("1000", "5");
    assertThat(Receipt.lateFeeWithin(Money.of("1005"), line)).isEqualTo(Money.of("5"));
    assertThat(Receipt.lateFeeWithin(Money.of("1000"), line)).isEqualTo(Money.ZERO);
    assertThat(Receipt.lateFeeWithin(Money.of("700"), line)).isEqualTo(Money.ZERO);
    assertThat(Receipt.lateFeeWithin(Money.of("3"), figures("0", "5"))).isEqualTo(Money.of("3"));
  }

  private void ask(int batch, String due, String fee) {
    asked.add(new Reconciliation.Asked(batch, E1, figures(due, fee)));
  }

  private void receive(int batch, String amount, String fee) {
    Receipt receipt =
        new Receipt(
            batch, E1, LocalDate.of(2024, 2, 1), Money.of(amount), Money.of(fee), "S" + batch);
    receipts.add(receipt);
    paid.merge(E1, receipt.principal(), Money::plus);
  }

  private List<String> said() {
    return Reconciliation.of(asked, receipts, paid).stream()
        .map(
            line ->
                line.batch()
                    + (line.agrees() ? " agrees " + line.difference() : "")
                    + (line.differs() ? " differs " + line.difference() : "")
                    + (line.receipts().isEmpty() ? " -" : "")
                    + " open "
                    + line.open())
        .toList();
  }

  private static Collected figures(String due, String fee) {
    return new Collected(0, Money.ZERO, Money.of(due), Money.ZERO, Money.of(fee));
  }
}
