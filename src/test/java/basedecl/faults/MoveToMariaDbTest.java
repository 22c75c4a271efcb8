package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Actor;
import basedecl.account.Event;
import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.account.OneTimePassword;
import basedecl.account.OneTimeSecret;
import basedecl.account.SignInDelay;
import basedecl.account.SignInName;
import basedecl.declaration.procedure.Decision;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.EventLedger;
import basedecl.ledger.account.FailureLedger;
import basedecl.ledger.account.NewAccount;
import basedecl.ledger.account.PersonCodeLedger;
import basedecl.ledger.account.SecretSeal;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.draft.Draft;
import basedecl.ledger.draft.DraftLedger;
import basedecl.ledger.draft.DraftRow;
import basedecl.ledger.flexible.DeskElection;
import basedecl.ledger.flexible.DeskElectionLedger;
import basedecl.ledger.review.DecisionLedger;
import basedecl.ledger.submission.Submission;
import basedecl.ledger.submission.SubmissionLedger;
import basedecl.ledger.submission.Upload;
import basedecl.ledger.submission.UploadId;
import basedecl.ledger.submission.UploadLedger;
import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Population;
import basedecl.testing.MariaDbServer;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The way from H2 to MariaDB as {@code src/docs/operations.md} describes it, table by table. */
@Tag("database")
@Tag("run")
class MoveToMariaDbTest {

  @RegisterExtension static final MariaDbServer MARIADB = new MariaDbServer();

  private static final List<String> TABLES =
      List.of(
          "ledger_run",
          "employer",
          "intake_file",
          "declaration",
          "declared_person",
          "finding",
          "declaration_event",
          "run_artifact",
          "base_change",
          "limit_change",
          "run_limits",
          "payment",
          "monthly_due",
          "overpayment_decision",
          "deferral_decision",
          "decision_revocation",
          "line_finding",
          "collection_batch",
          "collection_line",
          "collection_receipt",
          "declaration_material",
          "review_line",
          "handed_file",
          "handed_finding",
          "election",
          "top_up_bill",
          "top_up_month",
          "top_up_credit",
          "retirement",
          "special_charge",
          "special_payment",
          "flexible_payment",
          "certificate",
          "audit_run",
          "audit_signal",
          "audit_employer",
          "audit_outcome",
          "audit_outcome_line",
          "audit_outcome_month",
          "monthly_wage",
          "employer_change",
          "person_months",
          "staff_change",
          "account",
          "account_employer",
          "sign_in_failure",
          "account_event",
          "desk_upload",
          "desk_submission",
          "desk_submission_part",
          "desk_draft",
          "desk_draft_row",
          "desk_decision",
          "person_code",
          "desk_election");

  /** Between them they write into every table. */
  private static final List<String> JOBS =
      List.of(
          "declaration",
          "review",
          "late-fee",
          "collection",
          "reconciliation",
          "limit-change",
          "audit",
          "audit-outcome",
          "employer-changes",
          "staff-changes",
          "flexible-election",
          "flexible-payment",
          "top-up",
          "special-payment");

  @Test
  void aLedgerMovedByItsRowsIsTheSame(@TempDir Path folder) throws Exception {
    Ground from = Ground.onH2(folder.resolve("from"));
    HandedOver.to(from);
    for (String job : JOBS) {
      assertThat(from.run(Errand.of(job, from)).status()).as(job).isZero();
    }
    Ground to =
        Ground.on(
            folder.resolve("to"),
            MARIADB.anotherDatabase() + "&allowLocalInfile=true",
            Map.of("BASEDECL_DB_USER", "root"));
    try (HikariDataSource old = LedgerDatabase.open(from.database(), 2, Map.of());
        HikariDataSource anew = LedgerDatabase.open(to.database(), 2, to.environment())) {
      writeAccounts(LedgerDatabase.template(old));
      writeSubmission(LedgerDatabase.template(old));
      writeDraft(LedgerDatabase.template(old));
      writeDecision(LedgerDatabase.template(old));
      writeElection(LedgerDatabase.template(old));
      LedgerDatabase.migrate(anew, to.database());
      for (String table : TABLES) {
        move(table, new JdbcTemplate(old), new JdbcTemplate(anew), folder.resolve(table + ".csv"));
      }
    }
    // Without its files, only the ledger can be compared; it is asked for the outputs' digests as
    // they are.
    Files.move(from.output(), folder.resolve("output-elsewhere"));
    Files.move(from.work(), folder.resolve("work-elsewhere"));
    assertThat(Undisturbed.of(to).differences(Undisturbed.of(from))).isEmpty();
  }

  private static void writeAccounts(JdbcTemplate ledger) {
    Instant now = Instant.parse("2024-07-01T01:02:03.456Z");
    SignInName name = new SignInName("王芳");
    AccountLedger accounts = new AccountLedger(ledger, SecretSeal.of(Map.of()));
    OneTimePassword password = OneTimePassword.draw(new SplittableRandom(1));
    long id = accounts.add(NewAccount.clerk(name, List.of("0370700001")), password, now);
    accounts.enrol(id, OneTimeSecret.draw(new SplittableRandom(2)), 1);
    new FailureLedger(ledger, SignInDelay.DEFAULT).failed("li", "127.0.0.1", now);
    new EventLedger(ledger)
        .add(
            new Event(
                now,
                Actor.ofCommandLine("root"),
                EventKind.ACCOUNT_ADDED,
                EventSubject.account(name),
                "",
                Event.Result.DONE));
  }

  private static void writeSubmission(JdbcTemplate ledger) {
    Upload upload =
        new Upload(
            UploadId.draw(new SplittableRandom(3)),
            1,
            "weifang-employee-medical",
            2024,
            Population.EMPLOYEES,
            "0370700001",
            "申报表.xlsx",
            "0".repeat(64),
            1,
            Instant.parse("2024-07-01T01:02:03.456Z"),
            false);
    new UploadLedger(ledger).add(upload);
    new SubmissionLedger(ledger)
        .submit(
            upload.id(),
            Instant.parse("2024-07-01T01:03:00.789Z"),
            List.of(
                new Submission.Part(
                    "0370700001", "潍坊青禾机械厂", 1, Money.of("5000"), Money.of("5000"))));
  }

  private static void writeDraft(JdbcTemplate ledger) {
    new DraftLedger(ledger)
        .save(
            new Draft.Key("weifang-employee-medical", 2024, Population.EMPLOYEES, "0370700001"),
            Draft.NONE,
            1,
            Instant.parse("2024-07-01T01:02:03.456Z"),
            List.of(
                new DraftRow("=1+1", DocumentKind.PASSPORT, "E1", "五千", "2024-03", "\\N", "\\N"),
                DraftRow.BLANK));
  }

  private static void writeDecision(JdbcTemplate ledger) {
    new DecisionLedger(ledger)
        .add(
            new DecisionLedger.Taken(
                1,
                Decision.RETURN,
                "明细表缺少职工签字",
                1,
                "shen",
                Instant.parse("2024-07-01T01:02:03.456Z")));
  }

  private static void writeElection(JdbcTemplate ledger) {
    new PersonCodeLedger(ledger)
        .replace(
            1,
            "孟晓岚",
            List.of(OneTimePassword.draw(new SplittableRandom(4))),
            Instant.parse("2024-07-01T01:02:03.456Z"));
    new DeskElectionLedger(ledger)
        .add(
            new DeskElection.Wish(
                "weifang",
                DeskElection.Action.VOID,
                InsuranceKind.PENSION,
                new IdNumber("370700198503160021"),
                "孟晓岚",
                Optional.empty(),
                Optional.empty(),
                YearMonth.of(2024, 7),
                false),
            new DeskElection.Entry(
                "0".repeat(32),
                DeskElection.Origin.SELF,
                1,
                "个人00000001",
                LocalDate.of(2024, 7, 1),
                Instant.parse("2024-07-01T01:02:03.456Z")));
  }

  private static void move(String table, JdbcTemplate old, JdbcTemplate anew, Path csv)
      throws Exception {
    old.execute(
        "CALL CSVWRITE('"
            + csv
            + "', 'SELECT * FROM "
            + table
            + "', 'charset=UTF-8 null=\\\\N escape=\\\\ lineSeparator=' || CHAR(10))");
    String columns = Files.readAllLines(csv).get(0).replace("\"", "");
    anew.execute(
        "LOAD DATA LOCAL INFILE '"
            + csv
            + "' INTO TABLE "
            + table
            + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"' ESCAPED"
            + " BY '\\\\' LINES TERMINATED BY '\\n"
            + "' IGNORE 1 LINES ("
            + columns
            + ")");
  }
}
