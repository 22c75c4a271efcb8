package basedecl.desk.bill;

import basedecl.assessment.flexible.InstalmentState;
import basedecl.assessment.flexible.PaidInstalment;
import basedecl.assessment.topup.Instalment;
import basedecl.assessment.topup.TopUpLine;
import basedecl.desk.flexible.ConfirmPage;
import basedecl.desk.flexible.Offer;
import basedecl.desk.flexible.Offers;
import basedecl.desk.flexible.Payer;
import basedecl.desk.flexible.QuotePage;
import basedecl.desk.page.DeskSettings;
import basedecl.job.topup.TopUpPlan;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.ledger.flexible.PersonLedger;
import basedecl.ledger.flexible.Retirement;
import basedecl.ledger.flexible.TopUpBill;
import basedecl.ledger.flexible.TopUpLedger;
import basedecl.ledger.flexible.TopUpMonth;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.person.IdNumber;
import basedecl.policy.InstalmentRule;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Payee;
import basedecl.policy.Policy;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.LimitChange;
import basedecl.report.ReportTexts;
import basedecl.report.flexible.FlexibleAccount;
import basedecl.report.flexible.PersonPayments;
import basedecl.report.flexible.TopUpLeftOut;
import basedecl.report.flexible.TopUpSum;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What somebody who pays alone owes: the instalments of each election as the job {@code
 * flexible-payment} settles them, and the top-ups as {@code top-up} bills them, pension and medical
 * apart, by the code of these jobs.
 *
 * @param placeholder whether any rate is no document's
 */
public record BillsPage(
    String name,
    String idNumber,
    boolean placeholder,
    List<Account> accounts,
    List<TopUp> topUps,
    List<NoTopUp> noTopUps) {

  /**
   * A kind of insurance in a year.
   *
   * @param channels how it is paid, as the region's notices tell it
   */
  public record Account(
      String title,
      int year,
      String due,
      String paid,
      String open,
      List<Row> rows,
      String payee,
      List<String> channels,
      String channelsBy) {}

  /** An instalment; {@code parts} where its price changes within it. */
  public record Row(
      String months,
      String amount,
      String lastDay,
      String paid,
      String open,
      String state,
      boolean urgent,
      List<String> parts) {}

  /**
   * What is topped up for a kind and year, and why.
   *
   * @param bills made so far; none where the next run makes the first
   * @param notYet what the next run will bill; empty where it is nothing
   * @param credit to be subtracted from a later bill; empty where there is none
   */
  public record TopUp(
      String title,
      int year,
      String total,
      String due,
      List<Change> changes,
      List<Bill> bills,
      String notYet,
      String takenBack,
      String credit,
      String payee,
      List<String> channels,
      String basis) {}

  /** Months whose base moves alike: old to new, so many months, so much each. */
  public record Change(
      String months,
      int count,
      String oldBase,
      String newBase,
      String rate,
      String monthly,
      String amount) {}

  public record Bill(String number, String amount, String due) {}

  /** Why nothing is topped up; of a tier nobody expects it. */
  public record NoTopUp(String title, int year, String reason) {}

  public BillsPage {
    accounts = List.copyOf(accounts);
    topUps = List.copyOf(topUps);
    noTopUps = List.copyOf(noTopUps);
  }

  /** Makes the pages. */
  public static final class Source {

    private final TopUpLedger topUps;
    private final Offers offers;
    private final DeskSettings desk;

    Source(JdbcTemplate template, Offers offers, DeskSettings desk) {
      this.topUps = new TopUpLedger(template);
      this.offers = offers;
      this.desk = desk;
    }

    BillsPage of(Payer payer, PersonLedger.Known known, Language language) {
      PersonPayments paid =
          PersonPayments.of(known, desk.policies(), desk.businessDate(), day -> true);
      List<FlexibleAccount> accounts =
          paid.accounts().stream()
              .filter(account -> offer(account).isPresent())
              .sorted(Comparator.comparing(FlexibleAccount::year).reversed())
              .toList();
      List<TopUp> tops = new ArrayList<>();
      List<NoTopUp> none = new ArrayList<>();
      known
          .elections()
          .forEach((region, own) -> topUps(region, payer, known, own, language, tops, none));
      return new BillsPage(
          payer.name(),
          payer.number().toString(),
          accounts.stream().anyMatch(Source::isPlaceholder),
          accounts.stream().map(account -> account(account, language)).toList(),
          tops,
          none);
    }

    private Optional<Offer> offer(FlexibleAccount account) {
      return offers.all().stream()
          .filter(offer -> offer.policy().name().equals(account.policy().name()))
          .filter(offer -> offer.kind() == account.kind())
          .findFirst();
    }

    private static boolean isPlaceholder(FlexibleAccount account) {
      return account
          .policy()
          .rateFor(YearMonth.of(account.year(), 12))
          .filter(ContributionRate::placeholder)
          .isPresent();
    }

    private Account account(FlexibleAccount account, Language language) {
      Policy policy = account.policy();
      Optional<InstalmentRule> rule = policy.instalmentRuleFor(YearMonth.of(account.year(), 12));
      Money open =
          account.instalments().stream().map(PaidInstalment::open).reduce(Money.ZERO, Money::plus);
      return new Account(
          offer(account).map(Offer::title).orElse(policy.title()),
          account.year(),
          ReportTexts.yuan(account.due()),
          ReportTexts.yuan(account.paid()),
          ReportTexts.yuan(open),
          account.instalments().stream().map(each -> row(each, language)).toList(),
          policy.payee().map(Payee::name).orElse(""),
          channels(policy, YearMonth.of(account.year(), 12)),
          rule.map(InstalmentRule::citation).map(Citation::text).orElse(""));
    }

    private Row row(PaidInstalment paid, Language language) {
      Instalment instalment = paid.due().instalment();
      InstalmentState state = paid.state(desk.businessDate());
      return new Row(
          ConfirmPage.months(instalment.first(), instalment.last()),
          ReportTexts.yuan(paid.amount()),
          paid.due().lastDay().toString(),
          ReportTexts.yuan(paid.paid()),
          ReportTexts.yuan(paid.open()),
          Message.of("desk.bills.state." + state).in(language),
          state == InstalmentState.INTERRUPTED,
          instalment.parts().size() < 2
              ? List.of()
              : QuotePage.parts(instalment.parts(), language));
    }

    /** The notices list them behind each other. */
    private static List<String> channels(Policy policy, YearMonth month) {
      return policy.instalmentRuleFor(month).flatMap(InstalmentRule::channel).stream()
          .flatMap(text -> Stream.of(text.split("；", -1)))
          .toList();
    }

    private void topUps(
        String region,
        Payer payer,
        PersonLedger.Known known,
        List<ElectionRecord> elections,
        Language language,
        List<TopUp> tops,
        List<NoTopUp> none) {
      Map<InsuranceKind, Policy> policies = offers.policies(region);
      if (policies.isEmpty()) {
        return;
      }
      TreeSet<Integer> years = new TreeSet<>(Comparator.reverseOrder());
      elections.forEach(election -> years.add(election.from().getYear()));
      for (int year : years) {
        TopUpPlan plan =
            plan(region, year, payer, known.retired().getOrDefault(region, Map.of()), elections);
        plan.sums().stream()
            .filter(sum -> policies.containsKey(sum.kind()))
            .forEach(sum -> tops.add(topUp(region, year, payer.number(), plan, sum)));
        plan.leftOut().stream()
            .flatMap(left -> noTopUp(region, year, left, policies, language).stream())
            .forEach(none::add);
      }
    }

    /** The job's own plan, of this one person. */
    TopUpPlan plan(
        String region,
        int year,
        Payer payer,
        Map<Integer, YearMonth> retired,
        List<ElectionRecord> elections) {
      Map<IdNumber, Retirement> ofYear = new HashMap<>();
      Optional.ofNullable(retired.get(year))
          .ifPresent(month -> ofYear.put(payer.number(), new Retirement(payer.name(), month)));
      return new TopUpPlan(
          new TopUpPlan.Scope(region, year, desk.businessDate(), offers.policies(region)),
          elections.stream().filter(each -> each.from().getYear() == year).toList(),
          ofYear,
          topUps.billed(region, year, payer.number()));
    }

    private TopUp topUp(String region, int year, IdNumber person, TopUpPlan plan, TopUpSum sum) {
      Policy policy = Optional.ofNullable(offers.policies(region).get(sum.kind())).orElseThrow();
      YearMonth month = YearMonth.of(year, 12);
      return new TopUp(
          title(region, sum.kind()),
          year,
          ReportTexts.yuan(sum.total()),
          sum.due().map(LocalDate::toString).orElse(""),
          changes(sum.months()),
          topUps.billed(region, year, person).bills().stream()
              .filter(bill -> bill.kind() == sum.kind())
              .map(
                  bill ->
                      new Bill(
                          bill.bill(),
                          ReportTexts.yuan(bill.amount()),
                          bill.due().map(LocalDate::toString).orElse("—")))
              .toList(),
          plan.newBills().stream()
              .filter(bill -> bill.kind() == sum.kind())
              .map(TopUpBill::amount)
              .reduce(Money::plus)
              .map(ReportTexts::yuan)
              .orElse(""),
          sum.takenBack().isEmpty() ? "" : ReportTexts.yuan(sum.takenBackTotal()),
          sum.credit().isZero() ? "" : ReportTexts.yuan(sum.credit()),
          policy.payee().map(Payee::name).orElse(""),
          channels(policy, month),
          policy.limitChangeFor(month).map(LimitChange::citation).map(Citation::text).orElse(""));
    }

    private String title(String region, InsuranceKind kind) {
      return offers.find(region, kind).map(Offer::title).orElse(kind.title());
    }

    private static List<Change> changes(List<TopUpMonth> months) {
      Map<String, List<TopUpLine>> alike = new TreeMap<>();
      for (TopUpMonth month : months) {
        TopUpLine line = month.line();
        alike
            .computeIfAbsent(
                line.assessedBase() + "|" + line.newBase() + "|" + line.rate().value(),
                key -> new ArrayList<>())
            .add(line);
      }
      return alike.values().stream()
          .sorted(Comparator.comparing((List<TopUpLine> lines) -> lines.get(0).month()))
          .map(Source::change)
          .toList();
    }

    private static Change change(List<TopUpLine> lines) {
      TopUpLine first = lines.get(0);
      return new Change(
          ConfirmPage.months(first.month(), lines.get(lines.size() - 1).month()),
          lines.size(),
          ReportTexts.yuan(first.assessedBase()),
          ReportTexts.yuan(first.newBase()),
          Percent.exact(first.rate().value()),
          ReportTexts.yuan(first.amount()),
          ReportTexts.yuan(lines.stream().map(TopUpLine::amount).reduce(Money.ZERO, Money::plus)));
    }

    private Optional<NoTopUp> noTopUp(
        String region,
        int year,
        TopUpLeftOut left,
        Map<InsuranceKind, Policy> policies,
        Language language) {
      return policies.keySet().stream()
          .filter(kind -> kind.title().equals(left.kind()) && kind.tierTitle().isEmpty())
          .findFirst()
          .map(
              kind ->
                  new NoTopUp(
                      title(region, kind),
                      year,
                      Message.of("report.top-up.reason." + left.reason(), Integer.toString(year))
                          .in(language)));
    }
  }
}
