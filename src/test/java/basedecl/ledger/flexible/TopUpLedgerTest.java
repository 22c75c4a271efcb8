package basedecl.ledger.flexible;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.flexible.PaidFor;
import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.assessment.topup.TopUpLine;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.testing.MariaDbServer;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bills, what is taken back of them, and elections by person, on both kinds of database. */
@Tag("database")
class TopUpLedgerTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final String REGION = "weifang";
  private static final IdNumber WANG = new IdNumber("370702199001010012");

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mariadb"})
  void aMonthTakenBackKeepsItsBillAndCanBeBilledAnew(String kind, @TempDir Path folder) {
    String url = kind.equals("h2") ? "jdbc:h2:file:" + folder.resolve("ledger") : MARIADB.url();
    try (HikariDataSource database = LedgerDatabase.open(url, 2, Map.of())) {
      LedgerDatabase.migrate(database, url);
      bills(new TopUpLedger(new JdbcTemplate(database)));
      elections(new ElectionLedger(new JdbcTemplate(database)));
      payments(new JdbcTemplate(database));
      ofTheDesk(new DeskElectionLedger(new JdbcTemplate(database)));
    }
  }

  /** Elections of the desk: one line a form, read once, taken back only before that. */
  private static void ofTheDesk(DeskElectionLedger ledger) {
    DeskElection.Wish wish =
        new DeskElection.Wish(
            REGION,
            DeskElection.Action.CHOOSE,
            InsuranceKind.PENSION,
            WANG,
            "王晓青",
            Optional.of(Money.of("4000")),
            Optional.of(PaymentRhythm.QUARTERLY),
            YearMonth.of(2022, 3),
            true);
    DeskElection line = ledger.add(wish, entry("1"));
    assertThat(ledger.add(wish, entry("1"))).isEqualTo(line);
    assertThat(line.wish()).isEqualTo(wish);
    assertThat(line.entry()).isEqualTo(entry("1"));
    assertThat(line.fate()).isEqualTo(DeskElection.Fate.WAITING);
    assertThat(ledger.books()).containsExactly(new DeskElectionLedger.Book(REGION, 2022));
    assertThat(ledger.waiting(REGION, 2022)).containsExactly(line);
    assertThat(ledger.waiting(REGION, 2023)).isEmpty();
    assertThat(ledger.use(line.number(), 7)).isTrue();
    assertThat(ledger.use(line.number(), 8)).isFalse();
    assertThat(ledger.undo(line.number(), "admin", line.entry().at())).isFalse();
    ledger.became(line.number(), 12);
    assertThat(ledger.find(line.number()).orElseThrow().fate().election()).hasValue(12);
    assertThat(ledger.usedBy(7)).isOne();
    DeskElection next = ledger.add(wish, entry("2"));
    assertThat(ledger.use(next.number(), 8)).isTrue();
    Finding finding =
        Finding.of(
            FindingCode.PERIOD_INVALID, "", SourceCell.WHOLE_FILE, Reason.MONTH_OTHER_YEAR, "2022");
    ledger.refuse(next.number(), finding);
    assertThat(ledger.refusedBy(8))
        .extracting(each -> each.fate().finding())
        .containsExactly(Optional.of(finding));
    DeskElection last = ledger.add(wish, entry("3"));
    assertThat(ledger.undo(last.number(), "admin", last.entry().at())).isTrue();
    assertThat(ledger.ofPerson(WANG))
        .extracting(DeskElection::number)
        .containsExactly(last.number(), next.number(), line.number());
    assertThat(ledger.papers(9)).hasSize(3);
    assertThat(ledger.books()).isEmpty();
  }

  private static DeskElection.Entry entry(String form) {
    return new DeskElection.Entry(
        form.repeat(32),
        DeskElection.Origin.PAPER,
        5,
        "counter",
        LocalDate.of(2022, 3, 1),
        Instant.parse("2022-03-01T02:03:04.567Z"));
  }

  private static void bills(TopUpLedger ledger) {
    assertThat(ledger.billed(REGION, 2022))
        .isEqualTo(new TopUpBilled(List.of(), List.of(), List.of(), List.of()));
    TopUpBill first = bill("TU-1", "3746", 1, 2);
    ledger.insert(REGION, 2022, 1, List.of(first));
    assertThat(ledger.billed(REGION, 2022).months()).isEqualTo(first.months());

    TopUpMonth february = first.months().get(1);
    ledger.takeBack(REGION, 2, List.of(february));
    ledger.takeBack(REGION, 2, List.of());
    TopUpBill second = bill("TU-2", "3800", 2);
    ledger.insert(REGION, 2022, 2, List.of(second));
    TopUpBilled billed = ledger.billed(REGION, 2022);
    assertThat(billed.months()).containsExactly(first.months().get(0), second.months().get(0));
    assertThat(billed.takenBack()).containsExactly(february);
    assertThat(billed.bills()).extracting(TopUpBill::bill).containsExactly("TU-1", "TU-2");
    assertThat(ledger.billsOf(2)).extracting(TopUpBill::bill).containsExactly("TU-2");

    ledger.takeBack(REGION, 3, second.months());
    assertThat(ledger.billed(REGION, 2022).takenBack())
        .containsExactly(february, second.months().get(0));
    assertThat(ledger.billed(REGION, 2023).takenBack()).isEmpty();

    // January stands: of 46.80 + 46.80 + 36.00 billed it is 82.80 too much, for every other year.
    assertThat(ledger.billed(REGION, 2022).carried()).isEmpty();
    assertThat(ledger.billed("heze", 2023).carried()).isEmpty();
    TopUpCarried credit = new TopUpCarried(WANG, InsuranceKind.PENSION, Money.of("82.80"));
    assertThat(ledger.billed(REGION, 2023).carried()).containsExactly(credit);
    assertThat(ledger.billed(REGION, 2021).carried()).containsExactly(credit);
    TopUpMonth next = month("TU-3", "3746", 13);
    TopUpBill smaller =
        new TopUpBill(
            "TU-3", InsuranceKind.PENSION, WANG, "王一", Money.ZERO, Optional.empty(), List.of(next));
    ledger.insert(REGION, 2023, 4, List.of(smaller));
    // The year that used 46.80 of it leaves 36.00 to a third one, and is told to that of the
    // credit.
    assertThat(ledger.billed(REGION, 2024).carried())
        .containsExactly(new TopUpCarried(WANG, InsuranceKind.PENSION, Money.of("36.00")));
    assertThat(ledger.billed(REGION, 2022).carried())
        .containsExactly(new TopUpCarried(WANG, InsuranceKind.PENSION, Money.of("-46.80")));
  }

  private static TopUpBill bill(String bill, String base, int... months) {
    List<TopUpMonth> all =
        java.util.Arrays.stream(months).mapToObj(month -> month(bill, base, month)).toList();
    return new TopUpBill(
        bill,
        InsuranceKind.PENSION,
        WANG,
        "王一",
        all.stream().map(each -> each.line().amount()).reduce(Money.ZERO, Money::plus),
        Optional.of(LocalDate.of(2022, 12, 31)),
        all);
  }

  private static TopUpMonth month(String bill, String base, int month) {
    Money assessed = Money.of(base);
    Money difference = Money.of("3980").minus(assessed);
    Rate rate = Rate.of("0.2");
    return new TopUpMonth(
        InsuranceKind.PENSION,
        WANG,
        "王一",
        new TopUpLine(
            YearMonth.of(2021, 12).plusMonths(month),
            assessed,
            Money.of("3980"),
            difference,
            rate,
            difference.times(rate)),
        bill);
  }

  /** What is known of a person is what was on record on the day asked for. */
  private static void payments(JdbcTemplate jdbc) {
    FlexiblePayment paid = payment("serial A", "100.00", Optional.empty());
    FlexiblePayment failed = payment("failed serial A", "50.00", Optional.of(""));
    new FlexiblePaymentLedger(jdbc).insert(1, List.of(paid, failed));
    new RetirementLedger(jdbc)
        .keep(REGION, 2022, 7, Map.of(WANG, new Retirement("王一", YearMonth.of(2022, 8))));
    jdbc.update(
        "INSERT INTO ledger_run (run_id, job, policy, policy_version, contribution_year,"
            + " business_date, attempt, state) VALUES (7, 'top-up', 'weifang', 'v', 2022,"
            + " DATE '2022-09-01', 1, 'COMPLETED')");
    PersonLedger ledger = new PersonLedger(jdbc);
    PersonLedger.Known before = ledger.of(WANG, LocalDate.of(2022, 4, 30));
    assertThat(before.payments()).containsExactly(paid, failed);
    assertThat(before.elections().get(REGION)).singleElement().matches(ElectionRecord::stands);
    assertThat(before.retired()).isEmpty();
    PersonLedger.Known after = ledger.of(WANG, LocalDate.of(2022, 9, 1));
    assertThat(after.elections().get(REGION))
        .singleElement()
        .returns(Optional.of(YearMonth.of(2022, 6)), ElectionRecord::voidedFrom);
    assertThat(after.retired()).containsEntry(REGION, Map.of(2022, YearMonth.of(2022, 8)));
    assertThat(ledger.of(WANG, LocalDate.of(2022, 2, 28)).elections()).isEmpty();
  }

  private static FlexiblePayment payment(String key, String amount, Optional<String> failure) {
    return new FlexiblePayment(
        REGION,
        key,
        2022,
        InsuranceKind.PENSION,
        WANG,
        LocalDate.of(2022, 3, 20),
        Money.of(amount),
        "A",
        Optional.of(new PaidFor(YearMonth.of(2022, 3), YearMonth.of(2022, 3))),
        failure,
        "file/sheet/2");
  }

  private static void elections(ElectionLedger ledger) {
    ElectionRecord election =
        new ElectionRecord(
            1,
            InsuranceKind.PENSION,
            WANG,
            "王一",
            Money.of("5000"),
            PaymentRhythm.QUARTERLY,
            YearMonth.of(2022, 3),
            false,
            Optional.empty());
    ledger.insert(REGION, 1, LocalDate.of(2022, 3, 1), List.of(election));
    ledger.markVoided(2, LocalDate.of(2022, 5, 1), List.of(election.voided(YearMonth.of(2022, 6))));
    assertThat(ledger.ofPerson(REGION, WANG))
        .containsExactly(election.voided(YearMonth.of(2022, 6)));
    assertThat(ledger.ofPerson("heze", WANG)).isEmpty();
    assertThat(election.holdsIn(YearMonth.of(2022, 2))).isFalse();
    assertThat(election.holdsIn(YearMonth.of(2022, 12))).isTrue();
    assertThat(election.holdsIn(YearMonth.of(2023, 1))).isFalse();
    assertThat(election.voided(YearMonth.of(2022, 6)).holdsIn(YearMonth.of(2022, 5))).isTrue();
    assertThat(election.voided(YearMonth.of(2022, 6)).holdsIn(YearMonth.of(2022, 6))).isFalse();
  }
}
