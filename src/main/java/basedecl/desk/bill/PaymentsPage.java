package basedecl.desk.bill;

import basedecl.assessment.flexible.SpecialStatus;
import basedecl.desk.flexible.ConfirmPage;
import basedecl.desk.flexible.Payer;
import basedecl.ledger.flexible.FlexiblePayment;
import basedecl.ledger.flexible.PersonLedger;
import basedecl.ledger.flexible.SpecialPayment;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.policy.InsuranceKind;
import basedecl.policy.PolicyBook;
import basedecl.policy.WorkCalendar;
import basedecl.report.ReportTexts;
import basedecl.report.flexible.FlexibleAccount;
import basedecl.report.flexible.PaymentProof;
import basedecl.report.flexible.PersonPayments;
import basedecl.report.flexible.ProvenPayment;
import basedecl.report.flexible.SettledCharge;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody paid, as the command {@code payments} tells it: each payment one working day after
 * it was made, with the day from which on it is proved; amounts approved for earlier months; debits
 * that failed.
 *
 * @param waiting payments that were made and cannot be looked up yet
 */
public record PaymentsPage(
    String name,
    String idNumber,
    String total,
    List<Paid> payments,
    long waiting,
    List<Charge> charges,
    List<Failed> failed,
    List<Year> years) {

  /** A payment, or what was given back. */
  public record Paid(
      String day,
      String kind,
      String amount,
      boolean refund,
      String serial,
      String months,
      String provenFrom) {}

  /** An amount for earlier months that the agency approved (特殊缴费). */
  public record Charge(
      String kind,
      String months,
      String type,
      String amount,
      String paid,
      String status,
      boolean open) {}

  /** A debit that brought nothing, and why. */
  public record Failed(String day, String kind, String amount, String months, String reason) {}

  /** What is due and paid of a year, and how many months of it are paid. */
  public record Year(
      int year, String kind, String due, String paid, int paidMonths, int interruptedMonths) {}

  public PaymentsPage {
    payments = List.copyOf(payments);
    charges = List.copyOf(charges);
    failed = List.copyOf(failed);
    years = List.copyOf(years);
  }

  static PaymentsPage of(
      Payer payer,
      PersonLedger.Known known,
      PolicyBook policies,
      LocalDate day,
      Language language) {
    PersonPayments visible = PersonPayments.detailOf(known, policies, day);
    WorkCalendar calendar = policies.national().calendar();
    return new PaymentsPage(
        payer.name(),
        payer.number().toString(),
        ReportTexts.yuan(
            visible.payments().stream().map(ProvenPayment::amount).reduce(Money.ZERO, Money::plus)),
        visible.payments().stream().map(paid -> paid(paid, calendar, language)).toList(),
        made(known) - visible.payments().size(),
        visible.charges().stream().map(charge -> charge(charge, language)).toList(),
        known.payments().stream()
            .filter(FlexiblePayment::failed)
            .map(payment -> failed(payment, language))
            .toList(),
        visible.accounts().stream().map(account -> year(account, day, language)).toList());
  }

  private static long made(PersonLedger.Known known) {
    return Stream.concat(
            known.special().stream().map(SpecialPayment::paidOn),
            known.payments().stream()
                .filter(payment -> !payment.failed())
                .map(FlexiblePayment::paidOn))
        .count();
  }

  private static Paid paid(ProvenPayment payment, WorkCalendar calendar, Language language) {
    return new Paid(
        payment.paidOn().toString(),
        kind(payment.kind(), language),
        ReportTexts.yuan(payment.amount()),
        payment.isRefund(),
        payment.serial().isEmpty() ? "—" : payment.serial(),
        payment.periods().isEmpty() ? "—" : payment.periods(),
        calendar.workingDaysAfter(payment.paidOn(), PaymentProof.DAYS_TO_PROOF).toString());
  }

  private static Charge charge(SettledCharge settled, Language language) {
    return new Charge(
        kind(settled.charge().kind(), language),
        ConfirmPage.months(settled.charge().from(), settled.charge().to()),
        settled.charge().type(),
        ReportTexts.yuan(settled.charge().amount()),
        ReportTexts.yuan(settled.paid()),
        Message.of("desk.payments.status." + settled.status()).in(language),
        settled.status() == SpecialStatus.OPEN || settled.status() == SpecialStatus.PARTLY_PAID);
  }

  private static Failed failed(FlexiblePayment payment, Language language) {
    return new Failed(
        payment.paidOn().toString(),
        kind(payment.kind(), language),
        ReportTexts.yuan(payment.amount()),
        payment.paidFor().map(months -> ConfirmPage.months(months.from(), months.to())).orElse("—"),
        payment.failure().orElse(""));
  }

  private static Year year(FlexibleAccount account, LocalDate day, Language language) {
    return new Year(
        account.year(),
        kind(account.kind(), language),
        ReportTexts.yuan(account.due()),
        ReportTexts.yuan(account.paid()),
        account.paidMonths(),
        account.interruptedMonths(day));
  }

  private static String kind(InsuranceKind kind, Language language) {
    return Message.of("desk.flexible.kind." + kind).in(language);
  }
}
