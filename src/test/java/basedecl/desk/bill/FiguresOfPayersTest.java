package basedecl.desk.bill;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.flexible.PaidInstalment;
import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.desk.flexible.Offers;
import basedecl.desk.flexible.Payer;
import basedecl.desk.page.DeskKeys;
import basedecl.desk.page.DeskSettings;
import basedecl.job.topup.TopUpPlan;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.ledger.flexible.FlexiblePayment;
import basedecl.ledger.flexible.FlexiblePaymentLedger;
import basedecl.ledger.flexible.PersonLedger;
import basedecl.ledger.flexible.RetirementLedger;
import basedecl.ledger.flexible.TopUpLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policyfile.PolicyFiles;
import basedecl.report.ReportTexts;
import basedecl.report.flexible.FlexibleAccount;
import basedecl.report.flexible.FlexibleAccounts;
import basedecl.settings.JobFile;
import basedecl.settings.JobSettings;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The page of one person says what the jobs work out for the whole region: instalments as {@code
 * flexible-payment}, top-ups as {@code top-up}, for 500 random persons.
 */
class FiguresOfPayersTest {

  private static final LocalDate DAY = LocalDate.of(2022, 10, 20);
  private static final String REGION = "weifang";
  private static final int PERSONS = 500;

  @TempDir Path folder = Path.of("");

  @Test
  void everyPageEqualsTheJobs() throws Exception {
    JobSettings keys =
        JobFile.ofCommandLine(
                Map.of(
                    "job", "desk",
                    "policy", "weifang-flexible-pension",
                    "year", "2022",
                    "business-date", DAY.toString(),
                    "flexible-region", REGION))
            .settings("desk", DeskKeys.all());
    DeskSettings desk =
        new DeskSettings(
            keys,
            PolicyFiles.load(Optional.empty()),
            PolicyFiles.load(Optional.empty()).require("weifang-flexible-pension"),
            InstantSource.system(),
            ZoneId.of("Asia/Shanghai"));
    try (HikariDataSource ledger =
        LedgerDatabase.openMigrated("jdbc:h2:file:" + folder.resolve("ledger"), 4, Map.of())) {
      JdbcTemplate template = LedgerDatabase.template(ledger);
      fill(template);
      Offers offers = new Offers(desk);
      ElectionLedger elections = new ElectionLedger(template);
      List<FlexibleAccount> accounts =
          FlexibleAccounts.ofRegion(
                  REGION,
                  2022,
                  offers.policies(REGION),
                  DAY,
                  elections,
                  new RetirementLedger(template),
                  new FlexiblePaymentLedger(template))
              .of(2022);
      TopUpPlan plan =
          new TopUpPlan(
              new TopUpPlan.Scope(REGION, 2022, DAY, offers.policies(REGION)),
              elections.of(REGION, 2022),
              new RetirementLedger(template).of(REGION, 2022),
              new TopUpLedger(template).billed(REGION, 2022));
      assertThat(plan.newBills()).hasSizeGreaterThan(50);
      BillsPage.Source pages = new BillsPage.Source(template, offers, desk);
      PersonLedger persons = new PersonLedger(template);
      for (int i = 0; i < PERSONS; i++) {
        Payer payer = new Payer(number(i), "人" + i);
        BillsPage page = pages.of(payer, persons.of(payer.number(), DAY), Language.ZH);
        assertThat(page.accounts().stream().map(FiguresOfPayersTest::said))
            .containsExactlyInAnyOrderElementsOf(
                accounts.stream()
                    .filter(account -> account.idNumber().equals(payer.number()))
                    .map(FiguresOfPayersTest::workedOut)
                    .toList());
        assertThat(page.topUps().stream().map(each -> each.total() + " " + each.notYet()))
            .containsExactlyInAnyOrderElementsOf(topUps(plan, payer.number()));
        assertThat(page.noTopUps().stream().map(BillsPage.NoTopUp::reason))
            .containsExactlyInAnyOrderElementsOf(
                plan.leftOut().stream()
                    .filter(left -> left.idNumber().equals(payer.number()))
                    .map(left -> Message.of("report.top-up.reason." + left.reason(), "2022"))
                    .map(reason -> reason.in(Language.ZH))
                    .toList());
      }
    }
  }

  private static List<String> topUps(TopUpPlan plan, IdNumber number) {
    return plan.sums().stream()
        .filter(sum -> sum.idNumber().equals(number))
        .map(
            sum ->
                ReportTexts.yuan(sum.total())
                    + " "
                    + plan.newBills().stream()
                        .filter(bill -> bill.idNumber().equals(number))
                        .filter(bill -> bill.kind() == sum.kind())
                        .map(bill -> ReportTexts.yuan(bill.amount()))
                        .findFirst()
                        .orElse(""))
        .toList();
  }

  private static String said(BillsPage.Account account) {
    return account.due()
        + " "
        + account.paid()
        + " "
        + account.rows().stream()
            .map(row -> row.amount() + "/" + row.paid() + "/" + row.open() + "/" + row.lastDay())
            .toList();
  }

  private static String workedOut(FlexibleAccount account) {
    return ReportTexts.yuan(account.due())
        + " "
        + ReportTexts.yuan(account.paid())
        + " "
        + account.instalments().stream().map(FiguresOfPayersTest::workedOut).toList();
  }

  private static String workedOut(PaidInstalment paid) {
    return ReportTexts.yuan(paid.amount())
        + "/"
        + ReportTexts.yuan(paid.paid())
        + "/"
        + ReportTexts.yuan(paid.open())
        + "/"
        + paid.due().lastDay();
  }

  private static void fill(JdbcTemplate template) {
    SplittableRandom random = new SplittableRandom(21);
    List<ElectionRecord> chosen = new ArrayList<>();
    List<FlexiblePayment> paid = new ArrayList<>();
    for (int i = 0; i < PERSONS; i++) {
      for (InsuranceKind kind : List.of(InsuranceKind.PENSION, InsuranceKind.MEDICAL)) {
        if (random.nextInt(4) == 0) {
          continue;
        }
        chosen.add(election(chosen.size() + 1, kind, i, random));
        for (int n = random.nextInt(4); n > 0; n--) {
          paid.add(payment(kind, i, paid.size(), random));
        }
      }
    }
    new ElectionLedger(template).insert(REGION, 1, LocalDate.of(2022, 1, 10), chosen);
    new FlexiblePaymentLedger(template).insert(1, paid);
  }

  private static ElectionRecord election(
      long id, InsuranceKind kind, int person, SplittableRandom random) {
    YearMonth from = YearMonth.of(2022, random.nextInt(1, 10));
    PaymentRhythm[] rhythms = PaymentRhythm.values();
    return new ElectionRecord(
        id,
        kind,
        number(person),
        "人" + person,
        Money.ofFen(random.nextBoolean() ? 374_600 : random.nextLong(374_600, 1_872_600)),
        rhythms[random.nextInt(rhythms.length)],
        from,
        random.nextBoolean(),
        Optional.empty());
  }

  private static FlexiblePayment payment(
      InsuranceKind kind, int person, int serial, SplittableRandom random) {
    LocalDate day = LocalDate.of(2022, random.nextInt(1, 10), 15);
    return new FlexiblePayment(
        REGION,
        "S" + serial,
        2022,
        kind,
        number(person),
        day,
        Money.ofFen(random.nextLong(10_000, 900_000)),
        "S" + serial,
        Optional.empty(),
        Optional.empty(),
        "line " + serial);
  }

  private static IdNumber number(int person) {
    return new IdNumber(
        String.format(Locale.ROOT, "3707021985%02d01%03dX", 1 + person % 12, person));
  }
}
