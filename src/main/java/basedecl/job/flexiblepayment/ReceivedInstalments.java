package basedecl.job.flexiblepayment;

import basedecl.assessment.flexible.DueInstalment;
import basedecl.assessment.flexible.PaidFor;
import basedecl.assessment.flexible.PaidInstalment;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.flexiblepayment.PaymentLine.Column;
import basedecl.job.run.RunContext;
import basedecl.job.submitted.SubmittedFile;
import basedecl.job.submitted.SubmittedLine;
import basedecl.ledger.flexible.FlexiblePayment;
import basedecl.payment.Movement;
import basedecl.payment.PaymentAccount;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.rule.BackPayment;
import basedecl.report.flexible.FlexibleAccount;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ordinary payments as lines come in. A serial number is taken once for a payment, once for what
 * gives it back and once for a debit that failed; without one, the same line of the same file is.
 * The lines of a run count in order of their days, on one day payments before refunds. Refused are
 * payments of somebody without an instalment this year; for months nothing was chosen for; and,
 * where the policy forbids back payment, for instalments whose last day had passed.
 */
final class ReceivedInstalments {

  private final RunContext context;
  private final Map<Person, FlexibleAccount> accounts = new HashMap<>();
  private final Map<String, FlexiblePayment> known = new HashMap<>();
  private final Map<Person, List<FlexiblePayment>> paid = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<FlexiblePayment> added = new ArrayList<>();

  private record Person(IdNumber idNumber, InsuranceKind kind) {

    static Person of(FlexiblePayment payment) {
      return new Person(payment.idNumber(), payment.kind());
    }
  }

  private record Waiting(SubmittedLine<Column> line, FlexiblePayment payment) {}

  /**
   * @param accounts those of the year
   * @param before what the ledger holds, of every year
   */
  ReceivedInstalments(
      RunContext context,
      Collection<FlexibleAccount> accounts,
      Collection<FlexiblePayment> before) {
    this.context = context;
    accounts.forEach(
        account -> this.accounts.put(new Person(account.idNumber(), account.kind()), account));
    before.forEach(this::keep);
  }

  /** Reads a line; what is right waits for its turn. */
  void read(SubmittedFile file, SubmittedLine<Column> line) {
    PaymentLine.read(context, file, line)
        .ifPresent(payment -> waiting.add(new Waiting(line, payment)));
  }

  /** Takes what waits, in order of its days. */
  void settle() {
    waiting.sort(
        Comparator.comparing((Waiting w) -> w.payment().paidOn())
            .thenComparing(w -> w.payment().amount().signum() < 0));
    waiting.forEach(w -> take(w.line(), w.payment()));
    waiting.clear();
  }

  private void take(SubmittedLine<Column> line, FlexiblePayment payment) {
    FlexiblePayment before = known.get(payment.key());
    if (before != null) {
      if (!before.sourceLine().equals(payment.sourceLine())) {
        line.faults(Column.SERIAL)
            .add(
                isSame(before, payment)
                    ? FindingCode.PAYMENT_DUPLICATE
                    : FindingCode.PAYMENT_CONFLICT);
      }
      return;
    }
    FlexiblePayment placed = payment.amount().signum() < 0 ? asGivenBack(payment) : payment;
    check(line, placed);
    if (!line.isRefused()) {
      keep(placed);
      added.add(placed);
    }
  }

  private static boolean isSame(FlexiblePayment before, FlexiblePayment payment) {
    return before.idNumber().equals(payment.idNumber())
        && before.kind() == payment.kind()
        && before.paidOn().equals(payment.paidOn())
        && before.amount().equals(payment.amount());
  }

  private void check(SubmittedLine<Column> line, FlexiblePayment payment) {
    FlexibleAccount account = accounts.get(Person.of(payment));
    if (account == null || account.instalments().isEmpty()) {
      line.faults(Column.ID_NUMBER)
          .add(FindingCode.INSTALMENT_UNKNOWN, Integer.toString(context.year()));
    } else if (!isOfTheYear(payment.paidOn(), account)) {
      line.faults(Column.PAID_ON)
          .add(
              FindingCode.DATE_INVALID,
              Reason.DATE_OTHER_YEAR,
              payment.paidOn().toString(),
              Integer.toString(context.year()));
    } else if (payment.amount().signum() < 0) {
      PaymentAccount.of(inAccount(payment))
          .refuses(payment.movement())
          .ifPresent(reason -> line.faults(Column.AMOUNT).add(FindingCode.AMOUNT_INVALID, reason));
    } else if (!payment.failed()) {
      checkMonths(line, payment, account);
    }
  }

  /** The year, or up to the last day of its last instalment where that lies after it. */
  private boolean isOfTheYear(LocalDate day, FlexibleAccount account) {
    List<PaidInstalment> instalments = account.instalments();
    LocalDate last = instalments.get(instalments.size() - 1).due().lastDay();
    return day.getYear() == context.year()
        || (day.getYear() > context.year() && !day.isAfter(last));
  }

  private List<Movement> inAccount(FlexiblePayment reversal) {
    return paid.getOrDefault(Person.of(reversal), List.of()).stream()
        .filter(each -> each.year() == reversal.year())
        .filter(each -> !each.failed() && each.paidFor().equals(reversal.paidFor()))
        .map(FlexiblePayment::movement)
        .toList();
  }

  /** What gives a payment back by its number is for the months that one names. */
  private FlexiblePayment asGivenBack(FlexiblePayment reversal) {
    return paid.getOrDefault(Person.of(reversal), List.of()).stream()
        .filter(each -> !reversal.serial().isEmpty() && !each.failed())
        .filter(each -> each.serial().equals(reversal.serial()) && each.amount().signum() > 0)
        .findFirst()
        .map(payment -> reversal.paidFor(payment.paidFor()))
        .orElse(reversal);
  }

  private static void checkMonths(
      SubmittedLine<Column> line, FlexiblePayment payment, FlexibleAccount account) {
    Optional<PaidFor> months = payment.paidFor();
    List<DueInstalment> meant =
        account.instalments().stream()
            .map(PaidInstalment::due)
            .filter(due -> months.map(due::isWithin).orElse(true))
            .toList();
    LocalDate day = payment.paidOn();
    if (meant.isEmpty()) {
      line.faults(Column.PERIOD).add(FindingCode.PERIOD_INVALID, Reason.MONTH_NOT_CHOSEN);
    } else if (!FlexibleAccount.mayBeLate(account.policy(), day)
        && meant.stream().allMatch(due -> day.isAfter(due.lastDay()))) {
      line.faults(Column.PERIOD)
          .add(
              FindingCode.PERIOD_INVALID,
              Reason.MONTH_PASSED,
              meant.get(meant.size() - 1).lastDay().toString(),
              account
                  .policy()
                  .backPaymentFor(YearMonth.from(day))
                  .map(BackPayment::citation)
                  .map(Object::toString)
                  .orElse(""));
    }
  }

  private void keep(FlexiblePayment payment) {
    known.put(payment.key(), payment);
    paid.computeIfAbsent(Person.of(payment), person -> new ArrayList<>()).add(payment);
  }

  List<FlexiblePayment> added() {
    return added;
  }
}
