package basedecl.desk.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.procedure.Decision;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.StateHistory;
import basedecl.desk.RunsUnderTest;
import basedecl.finding.FindingCode;
import basedecl.job.desk.DeskRuns;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.intake.LineFindingLedger;
import basedecl.ledger.review.DecisionLedger;
import basedecl.ledger.review.DeskDecision;
import basedecl.ledger.review.DeskDecision.Standing;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.ledger.review.ReviewQueue;
import basedecl.ledger.review.ReviewQueue.Shelf;
import basedecl.ledger.year.RosterLedger;
import basedecl.policy.Population;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Decisions taken in the desk and lines of a file, taken by the same runs into one history, on
 * either database.
 */
abstract class DecisionsTakenContract {

  private static final ProcedureLedger.Scope SCOPE =
      new ProcedureLedger.Scope("weifang-employee-medical", 2024, Population.EMPLOYEES);
  private static final LocalDate DAY = LocalDate.of(2024, 1, 26);
  private static final Instant AT = Instant.parse("2024-01-26T01:02:03.004Z");
  private static final String APPROVED = "0370700001";
  private static final String UNDONE = "0370700002";
  private static final String CONTRADICTED = "0370700003";
  private static final String REPLACED = "0370700004";
  private static final String BY_FILE = "0370700005";
  private static final String AGREED = "0370700006";

  @TempDir Path folder = Path.of("");

  private int serial;

  /** The address of an empty ledger. */
  abstract String database();

  @Test
  void eachIsTakenOnceAndBothWaysGiveOneHistory() throws Exception {
    try (HikariDataSource source = LedgerDatabase.openMigrated(database(), 12, Map.of());
        DeskRuns runs = RunsUnderTest.begin(source, folder, DAY)) {
      JdbcTemplate template = LedgerDatabase.template(source);
      DecisionLedger ledger = new DecisionLedger(template);
      ProcedureLedger procedures = new ProcedureLedger(template);
      declare(runs, APPROVED, UNDONE, CONTRADICTED, REPLACED, BY_FILE, AGREED);
      handIn(runs, APPROVED, UNDONE, CONTRADICTED, REPLACED, BY_FILE, AGREED);

      DeskDecision approved = decide(ledger, procedures, APPROVED, Decision.APPROVE, "");
      DeskDecision undone = decide(ledger, procedures, UNDONE, Decision.RETURN, "缺章");
      decide(ledger, procedures, CONTRADICTED, Decision.RETURN, "缺少单位盖章；请重新打印");
      DeskDecision replaced = decide(ledger, procedures, REPLACED, Decision.APPROVE, "");
      decide(ledger, procedures, AGREED, Decision.APPROVE, "材料齐全");
      assertThat(ledger.add(taken(approved.declarationId(), Decision.RETURN, "另一人")))
          .as("one waits for a declaration at most")
          .isFalse();
      assertThat(ledger.undo(undone.id(), "lin", AT)).isTrue();
      assertThat(ledger.undo(undone.id(), "lin", AT)).isFalse();
      declare(runs, REPLACED);
      assertQueue(template);

      long run =
          review(runs, file(CONTRADICTED + ",通过,", BY_FILE + ",退回,明细表缺少签字", AGREED + ",通过,"));
      assertThat(states(procedures))
          .containsEntry(APPROVED, DeclarationState.APPROVED)
          .containsEntry(UNDONE, DeclarationState.UNDER_REVIEW)
          .containsEntry(CONTRADICTED, DeclarationState.RETURNED)
          .containsEntry(REPLACED, DeclarationState.ACCEPTED)
          .containsEntry(BY_FILE, DeclarationState.RETURNED)
          .containsEntry(AGREED, DeclarationState.APPROVED);
      assertThat(findings(template, run))
          .containsExactly(
              "网上审核 " + FindingCode.DECISION_OUTDATED + " " + REPLACED,
              "decisions-1.csv " + FindingCode.DECISION_CONTRADICTED + " " + CONTRADICTED);
      assertThat(ledger.find(approved.id()).orElseThrow())
          .satisfies(
              used -> {
                assertThat(used.standing()).isEqualTo(Standing.USED);
                assertThat(used.run()).hasValue(run);
                assertThat(used.at()).isEqualTo(AT);
              });
      assertThat(runs.summary(run)).contains("其中按网上审核决定办理 3 件");
      assertThat(ledger.find(replaced.id()).orElseThrow().standing()).isEqualTo(Standing.REFUSED);
      assertThat(ledger.undo(approved.id(), "lin", AT)).as("too late").isFalse();
      assertThat(history(procedures, CONTRADICTED)).endsWith("2024-01-26 RETURNED 缺少单位盖章；请重新打印");
      assertThat(history(procedures, BY_FILE)).endsWith("2024-01-26 RETURNED 明细表缺少签字");

      long again = review(runs, folder.resolve("decisions-1.csv"));
      assertThat(findings(template, again)).as("told once, used once").isEmpty();
      assertThat(states(procedures)).containsEntry(APPROVED, DeclarationState.APPROVED);
      assertThat(history(procedures, APPROVED))
          .filteredOn(entry -> entry.contains("APPROVED"))
          .hasSize(1);

      decide(ledger, procedures, APPROVED, Decision.REOPEN, "漏报奖金");
      long late = review(runs, file(APPROVED + ",通过,同意"));
      assertThat(findings(template, late))
          .containsExactly("decisions-2.csv " + FindingCode.DECISION_CONTRADICTED + " " + APPROVED);
      assertThat(states(procedures)).containsEntry(APPROVED, DeclarationState.REOPENED);
      declare(runs, APPROVED);
      ReviewQueue queue = new ReviewQueue(template);
      ReviewQueue.Filter one =
          new ReviewQueue.Filter(SCOPE, Optional.empty(), Optional.empty(), APPROVED);
      assertThat(queue.counts(one, DAY).shelves())
          .as("the successor on its way stands for its employer")
          .containsEntry(Shelf.ACCEPTED, 1L)
          .containsEntry(Shelf.ALL, 1L);
      assertThat(queue.page(one, Shelf.ALL, 0, 9))
          .extracting(ReviewQueue.Row::version)
          .containsExactly(2);
      DeskDecision kept = decide(ledger, procedures, UNDONE, Decision.APPROVE, "");
      handIn(runs, REPLACED);
      assertThat(ledger.find(kept.id()).orElseThrow().standing())
          .as("a small run leaves it, so that it can be undone")
          .isEqualTo(Standing.WAITING);
    }
  }

  private static void assertQueue(JdbcTemplate template) {
    ReviewQueue queue = new ReviewQueue(template);
    ReviewQueue.Filter all = new ReviewQueue.Filter(SCOPE, Optional.empty(), Optional.empty(), "");
    ReviewQueue.Counts counts = queue.counts(all, DAY);
    assertThat(counts.shelves())
        .containsEntry(Shelf.TO_DECIDE, 2L)
        .containsEntry(Shelf.DECIDED, 3L)
        .containsEntry(Shelf.ACCEPTED, 1L)
        .containsEntry(Shelf.RETURNED, 0L)
        .containsEntry(Shelf.ALL, 6L);
    assertThat(counts.late()).isEqualTo(2);
    assertThat(queue.counts(all, DAY.minusDays(1)).late()).isZero();
    assertThat(queue.page(all, Shelf.DECIDED, 0, 2))
        .extracting(ReviewQueue.Row::employerCode)
        .containsExactly(APPROVED, CONTRADICTED);
    assertThat(queue.page(all, Shelf.DECIDED, 2, 2))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.employerCode()).isEqualTo(AGREED);
              assertThat(row.decided()).contains(Decision.APPROVE);
              assertThat(row.course().declaredOn()).contains(DAY);
              assertThat(row.course().submittedOn()).contains(DAY);
            });
    assertThat(
            queue.page(
                new ReviewQueue.Filter(SCOPE, Optional.of("奎文区"), Optional.of(DAY), "03707"),
                Shelf.TO_DECIDE,
                0,
                9))
        .extracting(ReviewQueue.Row::employerCode)
        .containsExactly(UNDONE);
    assertThat(new RosterLedger(template).agencies()).contains("市直", "奎文区");
  }

  private void declare(DeskRuns runs, String... employers) throws Exception {
    Path inbox = Files.createDirectories(folder.resolve("inbox-" + ++serial));
    Files.writeString(
        inbox.resolve("declaration.csv"),
        Stream.of(employers)
            .map(employer -> employer + ",王芳,370702199001010012,5" + (100 + serial))
            .collect(Collectors.joining("\n", "单位编号,姓名,证件号码,月均工资\n", "\n")),
        UTF_8);
    run(runs, "declaration", Map.of("inbox", inbox.toString(), "settle-seconds", "1"));
  }

  private void handIn(DeskRuns runs, String... employers) throws Exception {
    Path materials = folder.resolve("materials-" + ++serial);
    for (String employer : employers) {
      Path own = Files.createDirectories(materials.resolve(employer));
      for (String kind : List.of("summary", "detail")) {
        Files.writeString(own.resolve(kind + ".pdf"), "%PDF-1.7 " + kind + serial);
      }
    }
    run(runs, "review", Map.of("materials", materials.toString(), "desk-decisions", "false"));
  }

  private Path file(String... lines) throws Exception {
    int number = 1;
    while (Files.exists(folder.resolve("decisions-" + number + ".csv"))) {
      number++;
    }
    return Files.writeString(
        folder.resolve("decisions-" + number + ".csv"),
        "单位编号,决定,意见\n" + String.join("\n", lines) + "\n",
        UTF_8);
  }

  private static long review(DeskRuns runs, Path decisions) throws Exception {
    return run(runs, "review", Map.of("decisions", decisions.toString()));
  }

  private static long run(DeskRuns runs, String job, Map<String, String> settings)
      throws Exception {
    RunDesk.Asked asked = runs.start(new JobRequest(job, settings).with("workbooks", "none"));
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (runs.ended(asked.number()).isEmpty()) {
      assertThat(System.nanoTime() - end).as("a run comes to its end in time").isNegative();
      Thread.sleep(20);
    }
    assertThat(runs.ended(asked.number()).orElseThrow().outcome().isDone()).isTrue();
    return runs.lastRuns(1).get(0).runId();
  }

  private static DecisionLedger.Taken taken(long declaration, Decision decision, String opinion) {
    return new DecisionLedger.Taken(declaration, decision, opinion, 7, "shen", AT);
  }

  private static DeskDecision decide(
      DecisionLedger ledger,
      ProcedureLedger procedures,
      String employer,
      Decision decision,
      String opinion) {
    long declaration = procedures.standing(SCOPE, employer).orElseThrow().declarationId();
    assertThat(ledger.add(taken(declaration, decision, opinion))).isTrue();
    return ledger.waitingFor(declaration).orElseThrow();
  }

  private static Map<String, DeclarationState> states(ProcedureLedger procedures) {
    return procedures.standings(SCOPE).stream()
        .collect(Collectors.toMap(ProcedureRecord::employerCode, ProcedureRecord::state));
  }

  private static List<String> history(ProcedureLedger procedures, String employer) {
    ProcedureRecord standing = procedures.standing(SCOPE, employer).orElseThrow();
    return procedures.history(standing.declarationId()).entries().stream()
        .map(DecisionsTakenContract::words)
        .toList();
  }

  private static String words(StateHistory.Entry entry) {
    return entry.since() + " " + entry.state() + " " + entry.reason();
  }

  private static List<String> findings(JdbcTemplate template, long run) {
    return new LineFindingLedger(template)
        .of(run).stream()
            .map(
                each -> each.file() + " " + each.finding().code() + " " + each.finding().employer())
            .toList();
  }
}
