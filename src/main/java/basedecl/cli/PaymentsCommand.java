package basedecl.cli;

import basedecl.cli.ledger.LedgerSession;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.ledger.flexible.FlexiblePayment;
import basedecl.ledger.flexible.PersonLedger;
import basedecl.ledger.flexible.SpecialPayment;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.WorkCalendar;
import basedecl.report.flexible.FlexibleAccount;
import basedecl.report.flexible.PaymentProof;
import basedecl.report.flexible.PersonPayments;
import basedecl.report.flexible.ProvenPayment;
import basedecl.report.flexible.SettledCharge;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code payments --person ID}: a person's payments, each one working day after it was made. */
@Command
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
      PersonLedger.Known known = new PersonLedger(session.jdbc()).of(number, session.day());
      PersonPayments visible = PersonPayments.detailOf(known, session.policies(), session.day());
      List<ProvenPayment> shown = visible.payments().stream().filter(this::isAskedFor).toList();
      head(number, shown);
      shown.forEach(payment -> line(payment, calendar));
      paidDays(known)
          .filter(day -> !calendar.knows(day))
          .findFirst()
          .ifPresent(
              day -> terminal.say("cli.payments-no-calendar", Integer.toString(day.getYear())));
      terminal.say(
          "cli.payments-total",
          shown.stream().map(ProvenPayment::amount).reduce(Money.ZERO, Money::plus).toString());
      long waiting = paidDays(known).count() - visible.payments().size();
      if (waiting > 0) {
        terminal.say("cli.payments-waiting", Long.toString(waiting));
      }
      visible.charges().forEach(this::charge);
      visible.accounts().stream()
          .filter(account -> year == null || account.year() == year)
          .forEach(account -> account(account, session.day()));
    }
    return 0;
  }

  private static Stream<LocalDate> paidDays(PersonLedger.Known known) {
    return Stream.concat(
        known.special().stream().map(SpecialPayment::paidOn),
        known.payments().stream()
            .filter(payment -> !payment.failed())
            .map(FlexiblePayment::paidOn));
  }

  private void line(ProvenPayment payment, WorkCalendar calendar) {
    terminal.say(
        "cli.payments-line",
        payment.paidOn().toString(),
        payment.kind().title(),
        payment.amount().toString(),
        payment.serial().isEmpty() ? "-" : payment.serial(),
        calendar.workingDaysAfter(payment.paidOn(), PaymentProof.DAYS_TO_PROOF).toString(),
        payment.periods().isEmpty() ? "-" : payment.periods());
  }

  private void charge(SettledCharge settled) {
    terminal.say(
        "cli.payments-charge",
        settled.charge().kind().title(),
        settled.charge().from().toString(),
        settled.charge().to().toString(),
        settled.charge().type(),
        settled.charge().amount().toString(),
        settled.paid().toString(),
        settled.status().title());
  }

  /** What is due and paid of a year, and how many months of it are paid. */
  private void account(FlexibleAccount account, LocalDate day) {
    terminal.say(
        "cli.payments-year",
        Integer.toString(account.year()),
        account.kind().title(),
        account.due().toString(),
        account.paid().toString(),
        Integer.toString(account.paidMonths()),
        Integer.toString(account.interruptedMonths(day)));
  }

  private void head(IdNumber number, List<ProvenPayment> shown) {
    long refunds = shown.stream().filter(ProvenPayment::isRefund).count();
    String paid = Long.toString(shown.size() - refunds);
    if (refunds == 0) {
      terminal.say("cli.payments-head", number.toString(), paid);
    } else {
      terminal.say("cli.payments-head-refunds", number.toString(), paid, Long.toString(refunds));
    }
  }

  private boolean isAskedFor(ProvenPayment payment) {
    return year == null || payment.paidOn().getYear() == year;
  }
}
