package basedecl.cli;

import basedecl.cli.ledger.LedgerSession;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.ledger.flexible.SpecialCharge;
import basedecl.ledger.flexible.SpecialLedger;
import basedecl.ledger.flexible.SpecialPayment;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.WorkCalendar;
import basedecl.report.flexible.PaidPeriods;
import basedecl.report.flexible.PaymentProof;
import basedecl.report.flexible.SettledCharge;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code payments --person ID}: a person's payments, each one working day after it was made. */
@Command(name = "payments")
final class PaymentsCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--person", required = true, paramLabel = "ID", descriptionKey = "person")
  String person = "";

  @Option(names = "--year", paramLabel = "Y", descriptionKey = "payments.year")
  @Nullable Integer year;

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  PaymentsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (LedgerSession session = LedgerSession.open("payments", set.values())) {
      IdNumber number = session.person(person, terminal.language());
      WorkCalendar calendar = session.national().calendar();
      SpecialLedger ledger = new SpecialLedger(session.jdbc());
      List<SpecialPayment> all = ledger.paymentsOf(number);
      List<SpecialPayment> visible =
          all.stream()
              .filter(
                  p ->
                      !calendar
                          .workingDaysAfter(p.paidOn(), PaymentProof.DAYS_TO_DETAIL)
                          .isAfter(session.day()))
              .toList();
      List<SpecialPayment> shown = visible.stream().filter(this::isAskedFor).toList();
      List<SpecialCharge> charges = ledger.chargesOf(number);
      PaidPeriods periods = PaidPeriods.of(charges, visible);
      head(number, shown);
      for (SpecialPayment payment : shown) {
        say(
            "cli.payments-line",
            payment.paidOn().toString(),
            payment.kind().title(),
            payment.amount().toString(),
            payment.serial().isEmpty() ? "-" : payment.serial(),
            calendar.workingDaysAfter(payment.paidOn(), PaymentProof.DAYS_TO_PROOF).toString(),
            periods.of(payment).isEmpty() ? "-" : periods.of(payment));
      }
      Optional<LocalDate> unknown =
          all.stream().map(SpecialPayment::paidOn).filter(d -> !calendar.knows(d)).findFirst();
      unknown.ifPresent(day -> say("cli.payments-no-calendar", Integer.toString(day.getYear())));
      say(
          "cli.payments-total",
          shown.stream().map(SpecialPayment::amount).reduce(Money.ZERO, Money::plus).toString());
      if (all.size() > visible.size()) {
        say("cli.payments-waiting", Integer.toString(all.size() - visible.size()));
      }
      for (SettledCharge settled : SettledCharge.of(charges, visible)) {
        say(
            "cli.payments-charge",
            settled.charge().kind().title(),
            settled.charge().from().toString(),
            settled.charge().to().toString(),
            settled.charge().type(),
            settled.charge().amount().toString(),
            settled.paid().toString(),
            settled.status().title());
      }
    }
    return 0;
  }

  private void head(IdNumber number, List<SpecialPayment> shown) {
    long refunds = shown.stream().filter(payment -> payment.movement().isReversal()).count();
    String paid = Long.toString(shown.size() - refunds);
    if (refunds == 0) {
      say("cli.payments-head", number.toString(), paid);
    } else {
      say("cli.payments-head-refunds", number.toString(), paid, Long.toString(refunds));
    }
  }

  private boolean isAskedFor(SpecialPayment payment) {
    return year == null || payment.paidOn().getYear() == year;
  }

  private void say(String key, String... words) {
    terminal.out().println(Message.of(key, words).in(terminal.language()));
  }
}
