package basedecl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import basedecl.assessment.Adjustment;
import basedecl.assessment.ContributionBase;
import basedecl.assessment.DeclarationTotals;
import basedecl.assessment.Dues;
import basedecl.assessment.YearLimits;
import basedecl.audit.OutcomeKind;
import basedecl.declaration.Employer;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.Verdict;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.declaration.row.MonthsInService;
import basedecl.declaration.row.WageLine;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.FindingText;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.ledger.audit.AuditOutcome;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.audit.OutcomeLine;
import basedecl.ledger.audit.RecordedBy;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.FileRecord;
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.PublishingLedger;
import basedecl.ledger.intake.ReceiptLedger;
import basedecl.ledger.intake.StagedDeclaration;
import basedecl.ledger.intake.StagedPerson;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.review.MaterialLedger;
import basedecl.ledger.review.MaterialLedger.Material;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.run.Lease;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.ledger.run.RunRecord.State;
import basedecl.ledger.run.RunsSeen;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.LookupLedger;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.RunLimitsLedger;
import basedecl.ledger.year.SearchLedger;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import basedecl.person.SocialCreditCode;
import basedecl.policy.Population;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.LimitsStanding;
import basedecl.policy.rule.PublishedLimits;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger promises, the same on every database. */
abstract class LedgerContract {

  private static final String POLICY = "weifang-employee-medical";
  private static final LocalDate DAY = LocalDate.of(2024, 1, 26);

  private HikariDataSource database = new HikariDataSource();
  private JdbcTemplate template = new JdbcTemplate();
  private TransactionTemplate transaction = new TransactionTemplate();
  private String url = "";

  abstract String emptyDatabase();

  abstract Map<String, String> environment();

  @BeforeEach
  void openAnEmptyLedger() {
    url = emptyDatabase();
    database = LedgerDatabase.open(url, 4, environment());
    LedgerDatabase.migrate(database, url);
    template = LedgerDatabase.template(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @AfterEach
  void closeIt() {
    database.close();
  }

  private IntakeLedger intake() {
    return new IntakeLedger(template);
  }

  private StagingLedger staging() {
    return new StagingLedger(template);
  }

  private YearLedger year() {
    return new YearLedger(template);
  }

  private RunLedger runs() {
    return new RunLedger(JdbcClient.create(template));
  }

  private Lease lease() {
    return new Lease(JdbcClient.create(template));
  }

  private static StagingLedger.Scope scope(long run) {
    return new StagingLedger.Scope(
        run, POLICY, 2024, Population.EMPLOYEES, YearMonth.of(2024, 1), DAY);
  }

  private long begin() {
    return runs().begin("declaration", POLICY, "v1", 2024, DAY).runId();
  }

  private static IntakeFile claiming(long id, long run, int sequence) {
    return new IntakeFile(
        id,
        run,
        sequence,
        "file-" + sequence + ".xlsx",
        "c" + id,
        10,
        1_706_173_200_000L,
        Optional.empty(),
        IntakeFile.State.CLAIMING,
        Optional.empty(),
        0,
        0,
        0);
  }

  /** Claims a file and stores one employer's declaration of as many people as there are wages. */
  private long file(long run, int sequence, String sha256, String employer, String... wages) {
    long id = intake().nextFileId();
    intake().insertClaiming(List.of(claiming(id, run, sequence)));
    intake().markClaimed(run);
    long declaration = LedgerKeys.declarationId(id, 0);
    DeclarationTotals totals = DeclarationTotals.NONE;
    List<StagedPerson> people = new ArrayList<>();
    for (String wage : wages) {
      Money declared = Money.of(wage);
      ContributionBase base = new ContributionBase(declared, Adjustment.AS_DECLARED, false, false);
      Dues dues = new Dues(Optional.of(Money.of("80.00")), Optional.of(Money.of("20.00")));
      totals = totals.plus(declared, base, dues);
      people.add(
          new StagedPerson(
              LedgerKeys.lineKey(declaration, people.size() + 1),
              new WageLine(
                  "𠮷田 芳",
                  DocumentKind.values()[0],
                  new IdNumber("370702199001010012"),
                  declared,
                  MonthsInService.ALWAYS,
                  "",
                  "Sheet1",
                  people.size() + 2),
              base,
              dues));
    }
    staging().storePeople(people);
    staging()
        .storeDeclarations(
            scope(run),
            List.of(
                new StagedDeclaration(
                    id, declaration, employer, "甲公司", wages.length == 0, 2, totals, false)));
    intake()
        .markStored(
            List.of(
                new IntakeLedger.StoredFile(
                    id,
                    sha256,
                    wages.length == 0 ? 2 : wages.length,
                    wages.length,
                    wages.length == 0 ? 2 : 0)));
    return id;
  }

  private void publish(long run) {
    transaction.executeWithoutResult(
        status -> new PublishingLedger(template, intake(), staging()).publish(scope(run)));
  }

  private List<FileRecord> receipts(long run) {
    return new ReceiptLedger(template, intake()).lines(run);
  }

  private static String digest(String letter) {
    return letter.repeat(64);
  }

  @Test
  void whoIsLookedForIsFoundInWhatStandsAndNowhereElse() {
    long run = begin();
    file(run, 1, digest("a"), "0370", "5000.00");
    file(run, 2, digest("b"), "0370", "6000.00");
    file(run, 3, digest("c"), "0371");
    publish(run);
    SearchLedger search = new SearchLedger(template);
    assertThat(search.byNumber(new IdNumber("370702199001010012"), 10))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.name()).isEqualTo("𠮷田 芳");
              assertThat(found.declaration().employerCode()).isEqualTo("0370");
              assertThat(found.declaration().version()).isEqualTo(2);
              assertThat(found.row()).isEqualTo(2);
            });
    assertThat(search.byName("𠮷田 芳", 10)).hasSize(1);
    assertThat(search.byName("𠮷田", 10)).isEmpty();
    assertThat(search.byNumber(new IdNumber("370702199001010039"), 10)).isEmpty();
    assertThat(search.employers("037", 10))
        .extracting(SearchLedger.FoundEmployer::code)
        .containsExactly("0370", "0371");
    assertThat(search.employers("公司", 1)).hasSize(1);
    for (String pattern : List.of("%", "_370", "0370!", "'")) {
      assertThat(search.employers(pattern, 10)).as(pattern).isEmpty();
    }
  }

  @Test
  void runsAreListedByJobAndStateTheNewestFirst() {
    long first = begin();
    runs().end(first, RunRecord.State.COMPLETED);
    long second = begin();
    runs().end(second, RunRecord.State.FAILED);
    long papers = runs().begin("papers", POLICY, "v1", 2024, DAY).runId();
    RunLedger.Filter all = new RunLedger.Filter(Optional.empty(), Optional.empty());
    assertThat(runs().count(all)).isEqualTo(3);
    assertThat(runs().newest(all, 1, 2))
        .extracting(RunRecord::runId)
        .containsExactly(second, first);
    RunLedger.Filter failed =
        new RunLedger.Filter(Optional.of("declaration"), Optional.of(RunRecord.State.FAILED));
    assertThat(runs().newest(failed, 0, 9)).extracting(RunRecord::runId).containsExactly(second);
    assertThat(runs().count(failed)).isEqualTo(1);
    assertThat(runs().unfinished()).extracting(RunRecord::runId).containsExactly(papers, second);
    runs().end(papers, RunRecord.State.COMPLETED);
    runs().end(second, RunRecord.State.COMPLETED);
    assertThat(runs().unfinished()).isEmpty();
    assertThat(runs().lookUp(99)).isEmpty();
  }

  @Test
  void laterFilesReplaceEarlierOnesInTheOrderOfTheRun() {
    long run = begin();
    file(run, 1, digest("a"), "0370", "5000.00");
    file(run, 2, digest("b"), "0370", "6000.00", "7000.50");
    publish(run);
    assertThat(receipts(run))
        .extracting(FileRecord::verdict, FileRecord::version, FileRecord::rowsAccepted)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Verdict.SUPERSEDED, 1, 1L),
            org.assertj.core.groups.Tuple.tuple(Verdict.ACCEPTED, 2, 2L));
    assertThat(year().current(POLICY, 2024, Population.EMPLOYEES))
        .singleElement()
        .satisfies(
            declaration -> {
              assertThat(declaration.version()).isEqualTo(2);
              assertThat(declaration.declaredTotal()).isEqualTo(Money.of("13000.50"));
              assertThat(declaration.state()).isEqualTo(DeclarationState.ACCEPTED);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10, 11, 30, 1_234})
  void everyPersonOfADeclarationIsStoredHoweverMany(int people) {
    String[] wages =
        IntStream.range(0, people).mapToObj(i -> 5_000 + i + ".07").toArray(String[]::new);
    long run = begin();
    file(run, 1, digest("a"), "0370", wages);
    publish(run);
    List<String> read = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    year()
        .forEachPerson(
            year().current(POLICY, 2024, Population.EMPLOYEES),
            (declaration, person) -> {
              read.add(person.declaredWage().toString());
              lines.add(person.line());
            },
            RuntimeException.class);
    assertThat(read).containsExactly(wages);
    assertThat(lines).isEqualTo(IntStream.rangeClosed(1, people).boxed().toList());
  }

  @Test
  void aDeclarationReplacedByALaterRunStaysAcceptedInItsOwnReceipts() {
    long first = begin();
    file(first, 1, digest("a"), "0370", "5000.00");
    publish(first);
    long second = begin();
    file(second, 1, digest("b"), "0370", "6000.00");
    publish(second);
    assertThat(receipts(first)).extracting(FileRecord::verdict).containsExactly(Verdict.ACCEPTED);
    assertThat(receipts(second)).extracting(FileRecord::version).containsExactly(2);
  }

  @Test
  void publishingAgainChangesNothing() {
    long run = begin();
    file(run, 1, digest("a"), "0370", "5000.00");
    file(run, 2, digest("b"), "0370", "6000.00");
    publish(run);
    List<FileRecord> before = receipts(run);
    publish(run);
    assertThat(receipts(run)).isEqualTo(before);
    assertThat(template.queryForObject("SELECT COUNT(*) FROM declaration_event", Integer.class))
        .isEqualTo(2);
  }

  @Test
  void theSameBytesTwiceInOneRunAreADuplicateAndLeaveNothing() {
    long run = begin();
    file(run, 1, digest("a"), "0370", "5000.00");
    long again = file(run, 2, digest("a"), "0370", "5000.00");
    publish(run);
    assertThat(receipts(run))
        .extracting(FileRecord::verdict)
        .containsExactly(Verdict.ACCEPTED, Verdict.DUPLICATE);
    assertThat(receipts(run).get(1))
        .satisfies(
            line -> {
              assertThat(line.employer()).isEmpty();
              assertThat(line.rowsRead()).isZero();
              assertThat(line.codes()).containsExactly("FILE_DUPLICATE");
            });
    assertThat(
            template.queryForObject(
                "SELECT COUNT(*) FROM declared_person WHERE line_key > ?",
                Integer.class,
                LedgerKeys.firstLineOf(LedgerKeys.declarationId(again, 0))))
        .isZero();
    assertThat(intake().acceptedDigests(POLICY, 2024, Population.EMPLOYEES))
        .containsExactly(digest("a"));
  }

  @Test
  void aVersionsScansTakeThePlaceOfThoseItHadAndAreKnownInTheNext() {
    long run = begin();
    long first = LedgerKeys.declarationId(file(run, 1, digest("a"), "0370", "5000.00"), 0);
    publish(run);
    long next = begin();
    long second = LedgerKeys.declarationId(file(next, 1, digest("b"), "0370", "6000.00"), 0);
    publish(next);
    MaterialLedger scans = new MaterialLedger(template);
    ProcedureLedger.Scope scope = new ProcedureLedger.Scope(POLICY, 2024, Population.EMPLOYEES);
    Material summary = new Material("汇总表.pdf", "SUMMARY", "PDF", 12, digest("c"));
    Material detail = new Material("明细表.png", "DETAIL", "PNG", 34, digest("d"));
    Material better = new Material("明细表.png", "DETAIL", "PNG", 56, digest("e"));
    scans.store(first, run, List.of(summary, detail));
    assertThat(scans.of(first)).containsExactlyInAnyOrder(summary, detail);
    scans.store(first, run, List.of(summary, better));
    assertThat(scans.of(first)).containsExactlyInAnyOrder(summary, better);
    assertThat(scans.of(second)).isEmpty();
    scans.store(second, next, List.of(detail));
    assertThat(scans.digests(scope, "0370"))
        .containsExactlyInAnyOrder(digest("c"), digest("d"), digest("e"));
    assertThat(scans.digests(scope, "0371")).isEmpty();
  }

  @Test
  void manyFilesOfOneRunAreJudgedLikeFew() {
    int many = 501;
    long first = begin();
    for (int i = 1; i <= many; i++) {
      file(first, i, String.format("%064d", i), "E" + i, "5000.00");
    }
    publish(first);
    long second = begin();
    for (int i = 1; i <= many; i++) {
      int bytes = i == 1 ? 1 : many + i;
      file(second, i, String.format("%064d", bytes), "E" + i, "5100.00");
    }
    publish(second);

    assertThat(receipts(second).get(0).verdict()).isEqualTo(Verdict.DUPLICATE);
    assertThat(receipts(second).subList(1, many)).extracting(FileRecord::version).containsOnly(2);
    for (int files : List.of(1, many)) {
      assertThat(intake().acceptedBefore(POLICY, 2024, Population.EMPLOYEES, files))
          .accepts(String.format("%064d", 1), String.format("%064d", many + 2))
          .rejects(String.format("%064d", many + 1), "");
    }
  }

  @Test
  void filesThatAreJudgedTogetherAreThoseOfTheRunAlone() {
    long run = begin();
    file(run, 1, digest("a"), "0370", "5000.00");
    long other = begin();
    file(other, 1, digest("b"), "0371", "5000.00");
    file(run, 2, digest("c"), "0372", "5000.00");
    file(run, 3, digest("d"), "0373", "5000.00");
    file(run, 4, digest("e"), "0374");
    file(run, 5, digest("f"), "0375", "5000.00");
    publish(run);
    assertThat(intake().filesOf(run))
        .extracting(file -> file.verdict().orElseThrow())
        .containsExactly(
            Verdict.ACCEPTED,
            Verdict.ACCEPTED,
            Verdict.ACCEPTED,
            Verdict.REJECTED,
            Verdict.ACCEPTED);
    assertThat(intake().filesOf(run))
        .extracting(IntakeFile::state)
        .containsOnly(IntakeFile.State.DONE);
    assertThat(intake().filesOf(other))
        .allSatisfy(
            file -> {
              assertThat(file.verdict()).isEmpty();
              assertThat(file.state()).isEqualTo(IntakeFile.State.STORED);
            });
  }

  @Test
  void aDuplicateOfWhichAFindingAloneIsStoredLosesIt() {
    long run = begin();
    file(run, 1, digest("a"), "0370", "5000.00");
    long again = file(run, 2, digest("a"), "0370", "5000.00");
    staging().discard(List.of(again));
    intake().markStored(List.of(new IntakeLedger.StoredFile(again, digest("a"), 0, 0, 0)));
    staging()
        .storeFindings(
            List.of(
                new StagingLedger.NumberedFinding(
                    again, 1, Finding.of(FindingCode.FILE_DAMAGED, "", SourceCell.WHOLE_FILE))));
    publish(run);
    assertThat(receipts(run).get(1).codes()).containsExactly("FILE_DUPLICATE");
  }

  @Test
  void theBytesOfARefusedFileMayComeAgain() {
    long run = begin();
    file(run, 1, digest("a"), "0370");
    publish(run);
    assertThat(receipts(run)).extracting(FileRecord::verdict).containsExactly(Verdict.REJECTED);
    assertThat(receipts(run)).extracting(FileRecord::rowsRejected).containsExactly(2L);
    assertThat(intake().acceptedDigests(POLICY, 2024, Population.EMPLOYEES)).isEmpty();
  }

  @Test
  void anApprovedDeclarationIsNotReplacedAnyMore() {
    long first = begin();
    file(first, 1, digest("a"), "0370", "5000.00");
    publish(first);
    template.update("UPDATE declaration SET state = 'APPROVED'");
    long second = begin();
    file(second, 1, digest("b"), "0370", "6000.00");
    publish(second);
    assertThat(receipts(second))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.verdict()).isEqualTo(Verdict.REJECTED);
              assertThat(line.codes()).containsExactly("DECLARATION_CLOSED");
              assertThat(line.rowsAccepted()).isZero();
            });
    assertThat(year().current(POLICY, 2024, Population.EMPLOYEES))
        .extracting(DeclarationRecord::version, DeclarationRecord::declaredTotal)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(1, Money.of("5000.00")));
    assertThat(template.queryForObject("SELECT COUNT(*) FROM declared_person", Integer.class))
        .isEqualTo(1);
  }

  @Test
  void aReopenedDeclarationStaysInForceWhileItsSuccessorIsOnItsWay() {
    long first = begin();
    file(first, 1, digest("a"), "0370", "5000.00");
    publish(first);
    template.update("UPDATE declaration SET state = 'REOPENED'");
    long second = begin();
    file(second, 1, digest("b"), "0370", "6000.00");
    file(second, 2, digest("c"), "0370", "7000.00");
    publish(second);
    assertThat(receipts(second))
        .extracting(FileRecord::verdict, FileRecord::version, FileRecord::codes)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Verdict.SUPERSEDED, 2, List.of("APPROVED_IN_FORCE")),
            org.assertj.core.groups.Tuple.tuple(Verdict.ACCEPTED, 3, List.of("APPROVED_IN_FORCE")));
    assertThat(year().current(POLICY, 2024, Population.EMPLOYEES))
        .extracting(DeclarationRecord::version)
        .containsExactly(1);
    assertThat(year().newest(POLICY, 2024, Population.EMPLOYEES))
        .extracting(DeclarationRecord::version)
        .containsExactly(3);
    assertThat(new LookupLedger(template).states())
        .extracting(
            LookupLedger.StateCount::state,
            LookupLedger.StateCount::declarations,
            LookupLedger.StateCount::pending)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(DeclarationState.ACCEPTED, 1L, 1L));

    ProcedureLedger procedure = new ProcedureLedger(template);
    long newest = year().newest(POLICY, 2024, Population.EMPLOYEES).get(0).id();
    LocalDate day = LocalDate.of(2024, 3, 9);
    procedure.advance(
        newest, DeclarationState.ACCEPTED, DeclarationState.MATERIALS_COMPLETE, second, day, "");
    procedure.advance(
        newest,
        DeclarationState.MATERIALS_COMPLETE,
        DeclarationState.UNDER_REVIEW,
        second,
        day,
        "");
    assertThat(year().current(POLICY, 2024, Population.EMPLOYEES))
        .extracting(DeclarationRecord::version)
        .containsExactly(1);
    procedure.advance(
        newest, DeclarationState.UNDER_REVIEW, DeclarationState.APPROVED, second, day, "");
    assertThat(year().versions(POLICY, 2024, Population.EMPLOYEES))
        .extracting(VersionRecord::standing)
        .containsExactly(
            VersionStanding.REPLACED, VersionStanding.REPLACED, VersionStanding.CURRENT);
  }

  @Test
  void anApprovedVersionThatAnOlderProgramLetBeDisplacedIsInForceAgain() throws IOException {
    long run = begin();
    for (int i = 1; i <= 3; i++) {
      file(run, i, digest("abc".substring(i - 1, i)), "0370", i + "000.00");
    }
    file(run, 4, digest("d"), "0371", "5000.00");
    file(run, 5, digest("e"), "0371", "6000.00");
    publish(run);
    template.update(
        "UPDATE declaration SET state = 'CONFIRMED' WHERE employer_code = '0370' AND version = 1");
    template.update(
        "UPDATE declaration SET state = 'RETURNED' WHERE employer_code = '0370' AND version = 3");
    String script =
        java.nio.file.Files.readString(
            java.nio.file.Path.of(
                "src/main/resources/db/migration/common/V9__pending_version.sql"));
    for (int time = 0; time < 2; time++) {
      for (String statement : script.replaceAll("(?m)^--.*$", "").split(";", -1)) {
        if (!statement.isBlank()) {
          template.execute(statement);
        }
      }
      assertThat(year().versions(POLICY, 2024, Population.EMPLOYEES))
          .extracting(VersionRecord::standing)
          .containsExactly(
              VersionStanding.CURRENT,
              VersionStanding.REPLACED,
              VersionStanding.PENDING,
              VersionStanding.REPLACED,
              VersionStanding.CURRENT);
    }
  }

  @Test
  void aVersionIsGivenOnce() {
    long run = begin();
    file(run, 1, digest("a"), "0370", "5000.00");
    file(run, 2, digest("b"), "0370", "6000.00");
    publish(run);
    assertThatThrownBy(() -> template.update("UPDATE declaration SET version = 1"))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void codesThatDifferInCaseOrTrailingBlanksAreDifferentEmployers() {
    long run = begin();
    file(run, 1, digest("a"), "ab1", "5000.00");
    file(run, 2, digest("b"), "AB1", "5000.00");
    file(run, 3, digest("c"), "ab1 ", "5000.00");
    publish(run);
    assertThat(receipts(run)).extracting(FileRecord::version).containsExactly(1, 1, 1);
    assertThat(year().current(POLICY, 2024, Population.EMPLOYEES, "AB1").orElseThrow().file())
        .isEqualTo("file-2.xlsx");
  }

  @Test
  void aFileIsClaimedOnceTheRunIsMarkedAfterItsMove() {
    long other = begin();
    intake().insertClaiming(List.of(claiming(1, other, 1), claiming(2, other, 2)));
    intake().markClaimed(other);
    long run = begin();
    intake().insertClaiming(List.of(claiming(3, run, 1), claiming(4, run, 2), claiming(5, run, 3)));
    assertThat(states(run)).containsOnly(IntakeFile.State.CLAIMING).hasSize(3);
    assertThat(intake().claimedOf(run, 1, 3)).isEmpty();

    intake().forget(5);
    intake().markClaimed(run);
    intake().insertClaiming(List.of(claiming(6, run, 3)));
    assertThat(states(run))
        .containsExactly(
            IntakeFile.State.CLAIMED, IntakeFile.State.CLAIMED, IntakeFile.State.CLAIMING);
    assertThat(intake().claimedOf(run, 2, 3)).extracting(IntakeFile::sequence).containsExactly(2);

    // As an earlier version left them.
    template.update("UPDATE ledger_run SET claimed_through = 0");
    template.update("UPDATE intake_file SET state = 'CLAIMED' WHERE run_id = ?", other);
    assertThat(states(other)).containsOnly(IntakeFile.State.CLAIMED);
    assertThat(states(run)).containsOnly(IntakeFile.State.CLAIMING);
  }

  private List<IntakeFile.State> states(long run) {
    return intake().filesOf(run).stream().map(IntakeFile::state).toList();
  }

  @Test
  void everythingOfAFileCanBeThrownAwayAndReadAgain() {
    long run = begin();
    long one = file(run, 1, digest("a"), "0370", "5000.00");
    long two = file(run, 2, digest("b"), "0371", "5000.00", "6000.00");
    staging()
        .storeFindings(
            List.of(
                new StagingLedger.NumberedFinding(
                    one,
                    1,
                    Finding.of(FindingCode.HIDDEN_ROWS, "0370", SourceCell.WHOLE_FILE, "3"))));
    staging().discard(List.of(one));
    intake().readAgain(run);
    assertThat(
            template.queryForList(
                "SELECT DISTINCT line_key FROM declared_person ORDER BY 1", Long.class))
        .containsExactly(
            LedgerKeys.lineKey(LedgerKeys.declarationId(two, 0), 1),
            LedgerKeys.lineKey(LedgerKeys.declarationId(two, 0), 2));
    assertThat(template.queryForObject("SELECT COUNT(*) FROM finding", Integer.class)).isZero();
    assertThat(intake().filesOf(run))
        .extracting(IntakeFile::state)
        .containsOnly(IntakeFile.State.CLAIMED);
  }

  @Test
  void findingsOfOneCodeAreReplacedAndNumberedAfterTheOthers() {
    long run = begin();
    long id = file(run, 1, digest("a"), "0370", "5000.00");
    Finding hidden =
        Finding.of(FindingCode.HIDDEN_ROWS, "0370", SourceCell.row("表", 3), "1", "", "x");
    Finding twice =
        Finding.of(FindingCode.PERSON_IN_TWO_EMPLOYERS, "0370", SourceCell.row("表", 4), "0371");
    staging().storeFindings(List.of(new StagingLedger.NumberedFinding(id, 1, hidden)));
    for (int i = 0; i < 2; i++) {
      staging()
          .replaceFindings(
              List.of(id), Set.of(FindingCode.PERSON_IN_TWO_EMPLOYERS), Map.of(id, List.of(twice)));
      assertThat(new ReceiptLedger(template, intake()).findings(id)).containsExactly(hidden, twice);
    }
  }

  @Test
  void anArgumentSpelledLikeAReasonComesBackAsAnArgument() {
    long run = begin();
    long id = file(run, 1, digest("a"), "pdf", "5000.00");
    List<Finding> all =
        List.of(
            Finding.of(FindingCode.PERSON_IN_TWO_EMPLOYERS, "0370", SourceCell.WHOLE_FILE, "pdf"),
            Finding.of(FindingCode.CELL_ERROR, "0370", SourceCell.WHOLE_FILE, "zip"),
            Finding.of(FindingCode.NAME_MISSING, "0370", SourceCell.WHOLE_FILE, "empty", ""),
            Finding.of(FindingCode.HIDDEN_ROWS, "0370", SourceCell.WHOLE_FILE, ""),
            Finding.of(FindingCode.NO_ROWS, "0370", SourceCell.WHOLE_FILE),
            Finding.of(
                FindingCode.FILE_NOT_A_SPREADSHEET, "", SourceCell.WHOLE_FILE, Reason.SEVEN_ZIP),
            Finding.of(
                FindingCode.ID_INVALID,
                "0370",
                SourceCell.WHOLE_FILE,
                Reason.ID_FORM,
                "zip",
                "pdf"));
    storeFindings(id, all);
    List<Finding> read = new ReceiptLedger(template, intake()).findings(id);
    assertThat(read).isEqualTo(all);
    assertThat(FindingText.sentence(read.get(0), Language.ZH)).isEqualTo("该人员同时由另一个单位（pdf）申报。");
    assertThat(FindingText.sentence(read.get(1), Language.ZH)).isEqualTo("单元格显示为错误值 zip。");
    assertThat(FindingText.sentence(read.get(2), Language.ZH)).isEqualTo("姓名有问题：empty。");
  }

  @Test
  void findingsOfAnOlderLedgerHaveTheReasonAsTheirFirstText() {
    long run = begin();
    long id = file(run, 1, digest("a"), "0370", "5000.00");
    storeFindings(
        id,
        List.of(
            Finding.of(FindingCode.ID_INVALID, "0370", SourceCell.WHOLE_FILE),
            Finding.of(FindingCode.UNIT_NOT_YUAN, "0370", SourceCell.WHOLE_FILE)));
    template.update(
        "UPDATE finding SET arguments = ? WHERE code = 'ID_INVALID'", "id-form\u001f17");
    template.update("UPDATE finding SET arguments = ? WHERE code = 'UNIT_NOT_YUAN'", "万元");
    assertThat(new ReceiptLedger(template, intake()).findings(id))
        .containsExactly(
            Finding.of(FindingCode.ID_INVALID, "0370", SourceCell.WHOLE_FILE, Reason.ID_FORM, "17"),
            Finding.of(FindingCode.UNIT_NOT_YUAN, "0370", SourceCell.WHOLE_FILE, "万元"));
  }

  private void storeFindings(long file, List<Finding> findings) {
    List<StagingLedger.NumberedFinding> numbered = new ArrayList<>();
    for (Finding finding : findings) {
      numbered.add(new StagingLedger.NumberedFinding(file, numbered.size() + 1, finding));
    }
    staging().storeFindings(numbered);
  }

  @Test
  void peopleComeBackInOrderAndToTheCent() {
    long run = begin();
    file(run, 1, digest("a"), "0370", "5000.01", "999999.99");
    publish(run);
    List<PersonRecord> people = new ArrayList<>();
    year()
        .forEachPerson(
            year().current(POLICY, 2024, Population.EMPLOYEES),
            (declaration, person) -> people.add(person),
            RuntimeException.class);
    assertThat(people).extracting(PersonRecord::line).containsExactly(1, 2);
    assertThat(people.get(1).declaredWage()).isEqualTo(Money.of("999999.99"));
    assertThat(people.get(0).name()).isEqualTo("𠮷田 芳");
  }

  @Test
  void aRunGoneOnWithKeepsTheLimitsThatItNotedFirst() {
    long run = begin();
    RunLimitsLedger ledger = new RunLimitsLedger(template);
    ledger.recordOnce(run, limits("4242"));
    ledger.recordOnce(run, limits("4416"));
    assertThat(
            template.queryForList(
                "SELECT lower_limit FROM run_limits WHERE run_id = ? ORDER BY period",
                BigDecimal.class,
                run))
        .containsExactlyElementsOf(Collections.nCopies(12, new BigDecimal("4242.00")));
  }

  private static YearLimits limits(String lower) {
    return new YearLimits(
        2024,
        Collections.nCopies(
            12,
            Optional.of(
                new PublishedLimits(
                    2024,
                    YearMonth.of(2024, 1),
                    new Limits(Money.of(lower), Money.of("21207")),
                    LimitsStanding.PROVISIONAL,
                    DAY,
                    new Citation("甲文")))));
  }

  @Test
  void aRunThatDidNotCompleteIsGoneOnWith() {
    long run = begin();
    assertThat(runs().unfinished("declaration", POLICY, 2024)).map(RunRecord::runId).contains(run);
    RunRecord before = runs().find(run);
    RunRecord again = runs().goOn(before, "v2", DAY.plusDays(1));
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.policyVersion()).isEqualTo("v2");
    assertThat(again.startedAt()).isEqualTo(before.startedAt());
    runs().end(run, RunRecord.State.COMPLETED);
    assertThat(runs().unfinished("declaration", POLICY, 2024)).isEmpty();
    assertThat(runs().find(run).startedAt()).isEqualTo(before.startedAt());
    assertThat(runs().unfinished("retirees", POLICY, 2024)).isEmpty();
  }

  @Test
  void anArtifactWrittenAgainKeepsTheLastDigest() {
    long run = begin();
    runs().artifact(run, RunLedger.Direction.OUTPUT, "summary-2024.xlsx", digest("a"));
    runs().artifact(run, RunLedger.Direction.OUTPUT, "summary-2024.xlsx", digest("b"));
    assertThat(runs().artifacts(run))
        .extracting(RunLedger.Artifact::sha256)
        .containsExactly(digest("b"));
  }

  @Test
  void theRosterHandedOverLastIsKept() {
    RosterLedger roster = new RosterLedger(template);
    Employer full =
        new Employer(
            "0370",
            "甲公司",
            Optional.of(new SocialCreditCode("91350100M000100Y43")),
            "市直",
            Optional.of(true),
            Optional.of(false),
            Optional.of(Money.of("88506.17")),
            Optional.of(Money.of("202729.31")),
            Optional.of(12L));
    Employer bare =
        new Employer(
            "0371",
            "乙公司",
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    roster.replace(List.of(bare));
    roster.replace(List.of(full, bare));
    assertThat(roster.all()).containsExactly(full, bare);
  }

  @Test
  void theLeaseHasOneOwnerAndItsFenceGrows() {
    Lease.Outcome first = lease().acquire();
    assertThat(first).isEqualTo(new Lease.Outcome.Acquired(1, false));
    assertThat(lease().acquire()).isInstanceOf(Lease.Outcome.Held.class);
    assertThat(lease().renew(1)).isTrue();
    assertThat(lease().isHeld(1)).isTrue();
    lease().release(1);
    assertThat(lease().holder()).isEmpty();
    assertThat(lease().acquire()).isEqualTo(new Lease.Outcome.Acquired(2, false));
    assertThat(lease().isHeld(1)).isFalse();
    lease().release(1);
    assertThat(lease().holder()).isPresent();
  }

  @Test
  void aRunThatEndsWhileItIsLookedAtIsNotCutOff() {
    RunRecord run = runs().begin("declaration", POLICY, "v", 2024, DAY);
    Lease.Outcome.Acquired held = (Lease.Outcome.Acquired) lease().acquire();
    RunsSeen underWay = RunsSeen.read(() -> runs().newest(1), lease());
    assertThat(underWay.isCutOff(underWay.runs().get(0))).isFalse();

    RunsSeen between =
        RunsSeen.read(
            () -> {
              List<RunRecord> read = runs().newest(1);
              runs().end(run.runId(), RunRecord.State.COMPLETED);
              lease().release(held.fence());
              return read;
            },
            lease());
    assertThat(between.runs()).extracting(RunRecord::state).containsOnly(State.COMPLETED);

    RunRecord killed = runs().begin("declaration", POLICY, "v", 2024, DAY);
    RunsSeen after = RunsSeen.read(() -> runs().newest(1), lease());
    assertThat(after.runs()).extracting(RunRecord::runId).containsExactly(killed.runId());
    assertThat(after.isCutOff(after.runs().get(0))).isTrue();
  }

  @Test
  void aLeaseWithoutHeartbeatForItsTimeIsTakenOver() {
    template.update(
        "UPDATE lease SET owner = 'elsewhere/1/1', fence = 7, acquired_at = CURRENT_TIMESTAMP(3),"
            + " heartbeat_at = CURRENT_TIMESTAMP(3) - INTERVAL '50' SECOND");
    assertThat(lease().acquire())
        .isInstanceOfSatisfying(
            Lease.Outcome.Held.class,
            held -> assertThat(held.holder().owner()).isEqualTo("elsewhere/1/1"));
    template.update("UPDATE lease SET heartbeat_at = CURRENT_TIMESTAMP(3) - INTERVAL '61' SECOND");
    assertThat(lease().acquire()).isEqualTo(new Lease.Outcome.Acquired(8, true));
    assertThat(lease().renew(7)).isFalse();
  }

  @Test
  void anOwnerWhoseProcessIsGoneLosesTheLeaseAtOnce() {
    lease().acquire();
    String self = lease().holder().orElseThrow().owner();
    template.update("UPDATE lease SET owner = ?", self.replaceFirst("/\\d+$", "/12345"));
    assertThat(lease().acquire()).isEqualTo(new Lease.Outcome.Acquired(2, true));
  }

  @Test
  void ofManyAskingAtOnceOneGetsTheLease() throws Exception {
    var askers = Executors.newFixedThreadPool(4);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Lease.Outcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        outcomes.add(
            askers.submit(
                () -> {
                  start.await();
                  return lease().acquire();
                }));
      }
      start.countDown();
      int acquired = 0;
      for (Future<Lease.Outcome> outcome : outcomes) {
        acquired += outcome.get() instanceof Lease.Outcome.Acquired ? 1 : 0;
      }
      assertThat(acquired).isEqualTo(1);
    } finally {
      askers.shutdownNow();
    }
  }

  @Test
  void nobodyTakesTheLeaseOverBetweenTheLastQuestionAndTheCommit() throws Exception {
    lease().acquire();
    template.update(
        "UPDATE lease SET owner = 'elsewhere/1/1', heartbeat_at = CURRENT_TIMESTAMP(3) - INTERVAL '61' SECOND");
    var other = Executors.newSingleThreadExecutor();
    try {
      Future<Lease.Outcome> takeover =
          transaction.execute(
              status -> {
                assertThat(lease().isHeldUntilCommit(1)).isTrue();
                Future<Lease.Outcome> asked = other.submit(() -> lease().acquire());
                assertThatThrownBy(() -> asked.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
                return asked;
              });
      assertThat(java.util.Objects.requireNonNull(takeover).get())
          .isEqualTo(new Lease.Outcome.Acquired(2, true));
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void migratingAgainAndAfterHalfAMigrationChangesNothing() {
    long run = begin();
    file(run, 1, digest("a"), "0370", "5000.00");
    LedgerDatabase.migrate(database, url);
    // As if the second script had failed half-way: it and all behind it must be run again.
    template.update("DELETE FROM flyway_schema_history WHERE version <> '1' AND version <> '2'");
    template.update("UPDATE flyway_schema_history SET success = FALSE WHERE version = '2'");
    LedgerDatabase.migrate(database, url);
    assertThat(intake().filesOf(run)).hasSize(1);
    assertThat(template.queryForObject("SELECT COUNT(*) FROM lease", Integer.class)).isEqualTo(1);
  }

  private AuditOutcomeLedger outcomes() {
    return new AuditOutcomeLedger(template, POLICY, 2024);
  }

  @Test
  void outcomesOfAnEmployerAreToldTheNewestFirst() {
    Instant at = Instant.parse("2024-03-04T05:06:07.089Z");
    outcomes().record("0370", OutcomeKind.SELF_CHECK, DAY, new RecordedBy.Run(7), "自查报告");
    outcomes().record("0370", OutcomeKind.EXPLAINED, DAY, new RecordedBy.Desk("chen", at), "停产");
    outcomes().record("0371", OutcomeKind.CORRECTED, DAY, new RecordedBy.Run(7), "");
    new AuditOutcomeLedger(template, POLICY, 2023)
        .record("0370", OutcomeKind.CORRECTED, DAY, new RecordedBy.Run(7), "");
    assertThat(outcomes().ofEmployer("0370"))
        .extracting(AuditOutcome::kind, AuditOutcome::by, AuditOutcome::day, AuditOutcome::note)
        .containsExactly(
            tuple(OutcomeKind.EXPLAINED, new RecordedBy.Desk("chen", at), DAY, "停产"),
            tuple(OutcomeKind.SELF_CHECK, new RecordedBy.Run(7), DAY, "自查报告"));
    assertThat(outcomes().newest().values())
        .extracting(AuditOutcome::employerCode, AuditOutcome::kind)
        .containsExactlyInAnyOrder(
            tuple("0370", OutcomeKind.EXPLAINED), tuple("0371", OutcomeKind.CORRECTED));
    assertThat(outcomes().assessments()).isEmpty();
  }

  @Test
  void anAssessmentComesBackWithItsLinesAndIsKnownByThem() {
    YearMonth march = YearMonth.of(2024, 3);
    Dues before = new Dues(Optional.of(Money.of("335.12")), Optional.empty());
    Dues after = new Dues(Optional.of(Money.of("411.00")), Optional.empty());
    OutcomeLine line =
        new OutcomeLine(
            2,
            "𠮷田 芳",
            new IdNumber("370702199001010012"),
            Money.of("5200.55"),
            march,
            march,
            "工资台账",
            List.of(
                new OutcomeLine.Month(
                    march,
                    Money.of("4000.00"),
                    Money.of("4242.00"),
                    Money.of("5200.55"),
                    before,
                    after)));
    transaction.executeWithoutResult(
        status ->
            outcomes()
                .recordAssessed(
                    "0370",
                    DAY,
                    new RecordedBy.Run(9),
                    "工资台账",
                    65_536,
                    digest("a"),
                    List.of(line)));
    AuditOutcome outcome = outcomes().assessments().get(0);
    assertThat(outcome.declaration()).hasValue(65_536);
    assertThat(outcomes().lines(outcome)).containsExactly(line);
    assertThat(outcomes().takenBy("0370", digest("a"))).hasValue(new RecordedBy.Run(9));
    assertThat(outcomes().takenBy("0370", digest("b"))).isEmpty();
    assertThat(outcomes().takenBy("0371", digest("a"))).isEmpty();
    assertThatThrownBy(
            () ->
                outcomes().record("0370", OutcomeKind.ASSESSED, DAY, new RecordedBy.Run(9), "工资台账"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
