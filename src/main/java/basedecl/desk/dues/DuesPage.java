package basedecl.desk.dues;

import basedecl.assessment.latefee.DecisionWords;
import basedecl.assessment.latefee.DueSettlement;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.assessment.latefee.InheritedDue;
import basedecl.assessment.latefee.LateFeeLine;
import basedecl.assessment.latefee.LateFeeTotals;
import basedecl.assessment.latefee.SettledDue;
import basedecl.declaration.change.Inheritance;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.due.Settlement;
import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.ledger.latefee.AgencyDecisionLedger;
import basedecl.ledger.latefee.PaymentLedger;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.ledger.staff.StaffView;
import basedecl.ledger.year.DueLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.payment.EmployerPayment;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import basedecl.policy.rule.Waiver;
import basedecl.report.ReportTexts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An employer's account of the year, settled by the code of the job {@code late-fee} on the day of
 * its last run.
 *
 * @param settledOn empty where nothing was worked out yet
 * @param placeholder whether any figure is no document's
 */
record DuesPage(
    String employerCode,
    String employerName,
    String settledOn,
    boolean placeholder,
    Sums sums,
    List<Month> months,
    List<Inherited> inherited,
    List<Payment> payments,
    List<Staff> staff) {

  /** What the months come to. */
  record Sums(String due, String paid, String arrears, String overpaid, String fee) {}

  /**
   * A month's due.
   *
   * @param method 申报, or 按上月110%核定
   * @param dueMarked whether the rates are placeholders
   * @param deadlineMarked whether the deadline is one
   * @param feeMarked whether the rule of late fees is one
   * @param deferred what is due and not overdue while a deferral runs; empty where nothing is
   * @param slices how the late fee came about, a sentence a slice
   * @param decisions what the agency decided on the month, a sentence each
   */
  record Month(
      String period,
      String method,
      String due,
      boolean dueMarked,
      String deadline,
      boolean deadlineMarked,
      String paid,
      String arrears,
      boolean inArrears,
      String deferred,
      String overpaid,
      String fee,
      boolean feeMarked,
      List<String> slices,
      List<String> decisions) {}

  /** An open month of an employer that merged into this one, or that this one split off. */
  record Inherited(
      String employerCode, String period, String due, String paid, String arrears, String fee) {}

  /** Money that came in, or was given back. */
  record Payment(String period, String day, String amount, String serial, boolean givenBack) {}

  /**
   * Somebody who joined or left since the declaration, as the centre took it; the number masked.
   *
   * @param base of one who joins that of the month, of one who leaves that of the month before
   * @param months that count by every change together; empty where the version in force has no such
   *     person any more
   */
  record Staff(
      String name, String idNumber, String kind, String from, String base, String months) {}

  /** Makes the pages. */
  static final class Source {

    private final DueLedger dues;
    private final RunLedger runs;
    private final JdbcTemplate template;

    Source(JdbcTemplate template) {
      this.template = template;
      this.dues = new DueLedger(template);
      this.runs = new RunLedger(JdbcClient.create(template));
    }

    DuesPage page(For whom, Rules rules, Language language) {
      List<PaymentRecord> paid =
          new PaymentLedger(template, whom.policy()).ofEmployer(whom.employerCode(), whom.year());
      Optional<LocalDate> settledOn =
          runs.ofDues(whom.policy(), whom.year()).map(RunRecord::businessDate);
      List<SettledDue> settled =
          settledOn
              .map(
                  day ->
                      DueSettlement.of(rules.policy(), day)
                          .settle(
                              dues.ofEmployer(whom.policy(), whom.year(), whom.employerCode()),
                              paid.stream().map(PaymentRecord::payment).toList(),
                              new AgencyDecisionLedger(template, whom.policy())
                                  .ofEmployer(whom.employerCode())))
              .orElse(List.of());
      List<Month> months =
          settled.stream().map(month -> month(month, rules.policy(), language)).toList();
      return new DuesPage(
          whom.employerCode(),
          rules.nameOf(whom.employerCode()),
          settledOn.map(LocalDate::toString).orElse(""),
          months.stream().anyMatch(m -> m.dueMarked() || m.deadlineMarked() || m.feeMarked()),
          sums(settled),
          months,
          settledOn.map(day -> inherited(whom, rules, day, language)).orElse(List.of()),
          paid.stream().map(PaymentRecord::payment).map(Source::payment).toList(),
          new StaffView(template, rules.policy(), whom.year())
              .changesOf(whom.employerCode()).stream()
                  .map(change -> staff(change, language))
                  .toList());
    }

    private static Staff staff(StaffView.Shown shown, Language language) {
      return new Staff(
          shown.change().name(),
          shown.change().person().toString(),
          shown.change().kind().title(),
          shown.change().from().toString(),
          shown.base().map(ReportTexts::yuan).orElse("—"),
          shown.months().map(months -> ReportTexts.months(months, language)).orElse("—"));
    }

    private List<Inherited> inherited(For whom, Rules rules, LocalDate day, Language language) {
      List<Inherited> found = new ArrayList<>();
      for (Inheritance inheritance :
          new EmployerChangeLedger(template).history().inheritances(day)) {
        if (inheritance.to().equals(whom.employerCode())) {
          InheritedDue.of(
                  List.of(inheritance),
                  new Settlement(template, rules.policy())
                      .ofEmployer(inheritance.from(), whom.year(), day))
              .forEach(each -> found.add(inherited(each.settled(), language)));
        }
      }
      return found;
    }

    private static Inherited inherited(SettledDue month, Language language) {
      return new Inherited(
          month.due().employerCode(),
          month.due().period().toString(),
          yuan(month.due().total(), language),
          ReportTexts.yuan(month.paid()),
          yuan(month.arrears(), language),
          yuan(month.fee(), language));
    }

    private static Sums sums(List<SettledDue> settled) {
      LateFeeTotals totals = LateFeeTotals.of(settled);
      return new Sums(
          ReportTexts.yuan(totals.due()),
          ReportTexts.yuan(totals.paid()),
          ReportTexts.yuan(totals.arrears()),
          ReportTexts.yuan(totals.overpaid()),
          ReportTexts.yuan(totals.fee()));
    }

    private static Month month(SettledDue settled, Policy policy, Language language) {
      EmployerDue due = settled.due();
      return new Month(
          due.period().toString(),
          Message.of("latefee.method." + due.method()).in(language),
          yuan(due.total(), language),
          due.method() != EmployerDue.Method.IMPUTED
              && policy.rateFor(due.period()).filter(ContributionRate::placeholder).isPresent(),
          deadline(settled, policy, language),
          isPlaceholder(due.period(), policy),
          ReportTexts.yuan(settled.paid()),
          yuan(settled.arrears(), language),
          settled.isInArrears(),
          settled.open().filter(open -> open.signum() > 0).map(ReportTexts::yuan).orElse(""),
          yuan(settled.overpaid(), language),
          yuan(settled.fee(), language),
          settled.lines().stream().anyMatch(line -> line.citation().placeholder()),
          slices(settled.lines(), language),
          DecisionWords.of(settled, ReportTexts::yuan).stream()
              .map(words -> words.in(language))
              .toList());
    }

    private static boolean isPlaceholder(YearMonth period, Policy policy) {
      return policy
          .deadlineFor(period)
          .filter(deadline -> deadline.citation().placeholder())
          .isPresent();
    }

    /** In the words of the policy where the month is settled by the deadline it has now. */
    private static String deadline(SettledDue settled, Policy policy, Language language) {
      EmployerDue due = settled.due();
      String inForce = deadline(due, policy, language);
      return settled.deferred().isPresent()
          ? Message.of("explain.deferred-deadline", inForce, settled.deadline().toString())
              .in(language)
          : inForce;
    }

    private static String deadline(EmployerDue due, Policy policy, Language language) {
      return policy
          .deadlineFor(due.period())
          .filter(deadline -> deadline.date().equals(due.deadline()))
          .map(Deadline::stated)
          .map(stated -> policy.lastDays().words(stated).in(language))
          .orElseGet(() -> due.deadline().toString());
    }

    private static String yuan(Optional<Money> money, Language language) {
      return money
          .map(ReportTexts::yuan)
          .orElseGet(() -> Message.of("desk.dues.unknown").in(language));
    }

    private static List<String> slices(List<LateFeeLine> lines, Language language) {
      List<String> slices = new ArrayList<>();
      for (LateFeeLine line : lines) {
        StringBuilder slice =
            new StringBuilder(
                Message.of(
                        "explain.slice",
                        ReportTexts.yuan(line.principal()),
                        Percent.exact(line.dailyRate().value()),
                        Integer.toString(line.days()),
                        line.firstDay().toString(),
                        line.lastDay().toString(),
                        ReportTexts.yuan(line.fee()),
                        line.citation().text())
                    .in(language));
        for (Waiver waiver : line.waivers()) {
          slice.append(' ').append(waiver(waiver, language));
        }
        slices.add(slice.toString());
      }
      return slices;
    }

    private static String waiver(Waiver waiver, Language language) {
      return Message.of(
              "explain.waiver",
              waiver.from().toString(),
              waiver.to().toString(),
              waiver.citation().text())
          .in(language);
    }

    private static Payment payment(EmployerPayment payment) {
      return new Payment(
          payment.period().toString(),
          payment.paidOn().toString(),
          ReportTexts.yuan(payment.amount()),
          payment.serial().orElse("—"),
          payment.movement().isReversal());
    }
  }
}
