package basedecl.ledger.submission;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.procedure.Verdict;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.money.Money;
import basedecl.policy.Population;
import basedecl.testing.MariaDbServer;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Uploads and submissions in the ledger, on both kinds of database. */
@Tag("database")
class SubmissionLedgerTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final Instant NOW = Instant.parse("2024-01-24T01:02:03.456Z");
  private static final String POLICY = "weifang-employee-medical";
  private static final List<Submission.Part> PARTS =
      List.of(
          new Submission.Part("0370700001", "青禾", 3, Money.of("30000"), Money.of("29000")),
          new Submission.Part("0370700002", "云门", 1, Money.of("5000"), Money.of("5000")));

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mariadb"})
  void uploadsAndSubmissionsComeBackAsTheyWent(String kind, @TempDir Path folder) throws Exception {
    String url =
        kind.equals("h2") ? "jdbc:h2:file:" + folder.resolve("ledger") : MARIADB.anotherDatabase();
    Map<String, String> environment =
        kind.equals("h2") ? Map.of() : Map.of("BASEDECL_DB_USER", "root");
    try (HikariDataSource database = LedgerDatabase.open(url, 10, environment)) {
      LedgerDatabase.migrate(database, url);
      JdbcTemplate template = LedgerDatabase.template(database);
      Desk desk =
          new Desk(
              new UploadLedger(template),
              new SubmissionLedger(template),
              new TransactionTemplate(new JdbcTransactionManager(database)));
      anUploadIsItsAccountsOnly(desk);
      whatNobodySubmittedIsForgotten(desk);
      oneOfManyAtOnceSubmits(desk);
      whatBecameOfItIsReadFromTheFileThatWasTaken(desk, new IntakeLedger(template));
    }
  }

  private record Desk(
      UploadLedger uploads, SubmissionLedger submissions, TransactionTemplate transaction) {

    boolean submit(UploadId id) {
      return Boolean.TRUE.equals(transaction.execute(status -> submissions.submit(id, NOW, PARTS)));
    }
  }

  private static Upload upload(int seed, Instant receivedAt) {
    return new Upload(
        UploadId.draw(new SplittableRandom(seed)),
        7,
        POLICY,
        2024,
        Population.EMPLOYEES,
        "0370700001",
        "申报表.XLSX",
        "%064x".formatted(seed),
        1234,
        receivedAt,
        false);
  }

  private static void anUploadIsItsAccountsOnly(Desk desk) {
    Upload upload = upload(1, NOW);
    desk.uploads().add(upload);
    assertThat(desk.uploads().find(upload.id(), 7)).contains(upload);
    assertThat(desk.uploads().find(upload.id(), 8)).isEmpty();
    assertThat(desk.uploads().forget(upload.id())).isTrue();
    assertThat(desk.uploads().find(upload.id(), 7)).isEmpty();
    assertThat(desk.submit(upload.id())).as("one that is gone").isFalse();
  }

  private static void whatNobodySubmittedIsForgotten(Desk desk) {
    Upload old = upload(2, NOW.minus(Duration.ofDays(2)));
    Upload submitted = upload(3, NOW.minus(Duration.ofDays(2)));
    Upload young = upload(4, NOW);
    List.of(old, submitted, young).forEach(desk.uploads()::add);
    assertThat(desk.submit(submitted.id())).isTrue();
    assertThat(desk.uploads().leftBehind(NOW.minus(Duration.ofDays(1)))).containsExactly(old.id());
    assertThat(desk.uploads().forget(submitted.id())).isFalse();
    assertThat(desk.uploads().isKnown(submitted.id())).isTrue();
  }

  private static void oneOfManyAtOnceSubmits(Desk desk) throws Exception {
    Upload upload = upload(5, NOW);
    desk.uploads().add(upload);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> attempts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        attempts.add(pool.submit(() -> desk.submit(upload.id())));
      }
      int done = 0;
      for (Future<Boolean> attempt : attempts) {
        done += attempt.get() ? 1 : 0;
      }
      assertThat(done).isOne();
    } finally {
      pool.shutdownNow();
    }
    Submission submission = desk.submissions().of(upload.id()).orElseThrow();
    assertThat(submission.parts()).isEqualTo(PARTS);
    assertThat(submission.persons()).isEqualTo(4);
    assertThat(submission.baseTotal()).isEqualTo(Money.of("34000"));
    assertThat(submission.submittedAt()).isEqualTo(NOW);
    assertThat(submission.number().toString()).matches("2024-\\d{6}");
    assertThat(desk.submissions().find(submission.number())).contains(submission);
    assertThat(desk.submissions().find(new SubmissionNumber(2023, submission.number().serial())))
        .as("the serial under another year")
        .isEmpty();
    assertThat(desk.submissions().ofEmployer(POLICY, 2024, Population.EMPLOYEES, "0370700002", 10))
        .first()
        .isEqualTo(submission);
    assertThat(desk.submissions().ofEmployer(POLICY, 2024, Population.RETIREES, "0370700002", 10))
        .isEmpty();
    assertThat(submission.inboxPath()).isEqualTo("0370700001/" + submission.number() + ".xlsx");
  }

  private static void whatBecameOfItIsReadFromTheFileThatWasTaken(Desk desk, IntakeLedger intake) {
    Upload upload = upload(6, NOW);
    desk.uploads().add(upload);
    desk.submit(upload.id());
    Submission submission = desk.submissions().of(upload.id()).orElseThrow();
    assertThat(desk.submissions().outcome(submission)).isEqualTo(Outcome.WAITING);
    IntakeFile file =
        new IntakeFile(
            9,
            3,
            1,
            submission.inboxPath(),
            "000000009",
            1234,
            0,
            Optional.of(upload.sha256()),
            IntakeFile.State.CLAIMING,
            Optional.of(Verdict.DUPLICATE),
            0,
            0,
            0);
    intake.insertClaiming(List.of(file));
    intake.markStored(List.of(new IntakeLedger.StoredFile(9, upload.sha256(), 0, 0, 0)));
    assertThat(desk.submissions().outcome(submission).state()).isEqualTo(SubmissionState.RECEIVED);
    assertThat(desk.submissions().outcome(submission).run()).hasValue(3);
    intake.verdicts(List.of(file));
    assertThat(desk.submissions().outcome(submission).state()).isEqualTo(SubmissionState.DUPLICATE);
  }
}
