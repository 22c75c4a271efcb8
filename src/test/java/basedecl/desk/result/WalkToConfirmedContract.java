package basedecl.desk.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.declaration.procedure.DeclarationState;
import basedecl.desk.RunsUnderTest;
import basedecl.desk.material.Materials;
import basedecl.desk.material.MaterialsShelf;
import basedecl.desk.material.Scan;
import basedecl.desk.submission.Submissions.For;
import basedecl.finding.Finding;
import basedecl.finding.FindingText;
import basedecl.job.desk.DeskRuns;
import basedecl.job.desk.JobRequest;
import basedecl.job.material.ScanKind;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.message.Language;
import basedecl.policy.Population;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** From accepted over returned to confirmed, by the pages' own parts, on either database. */
abstract class WalkToConfirmedContract {

  private static final String EMPLOYER = "0370700001";
  private static final LocalDate DAY = LocalDate.of(2024, 1, 26);
  private static final For WHOM =
      new For(7, "weifang-employee-medical", 2024, Population.EMPLOYEES, EMPLOYER);

  @TempDir Path folder = Path.of("");

  private int serial;

  /** The address of an empty ledger. */
  abstract String database();

  @Test
  void aReturnedVersionKeepsItsScansAndTheNextOneIsConfirmedOnce() throws Exception {
    String url = database();
    try (HikariDataSource ledger = LedgerDatabase.openMigrated(url, 12, Map.of());
        DeskRuns runs = RunsUnderTest.begin(ledger, folder, DAY)) {
      JdbcTemplate template = LedgerDatabase.template(ledger);
      ProcedureLedger procedures = new ProcedureLedger(template);
      MaterialsShelf shelf = new MaterialsShelf(folder.resolve("work/materials"), 1_000);
      Materials materials = new Materials(shelf, procedures, runs);
      Confirmations confirmations =
          new Confirmations(folder.resolve("work/confirmations"), procedures, runs);
      assertThat(sentence(confirmations.confirm(WHOM, DAY))).contains("未申报");

      ProcedureRecord first = declared(runs, materials);
      assertThat(first.state()).isEqualTo(DeclarationState.ACCEPTED);
      assertThat(sentence(materials.submit(WHOM, first))).contains("汇总表", "明细表");
      hand(materials, first);
      assertThat(sentence(confirmations.confirm(WHOM, DAY))).contains("已受理");
      assertThat(materials.submit(WHOM, first)).isEmpty();
      until(runs);
      ProcedureRecord reviewed = materials.standing(WHOM).orElseThrow();
      assertThat(reviewed.state()).isEqualTo(DeclarationState.UNDER_REVIEW);
      assertThat(materials.isOpen(reviewed, WHOM.population())).isFalse();
      assertThat(sentence(materials.remove(WHOM, reviewed, "summary-01.pdf"))).contains("审核中");
      assertThat(sentence(materials.submit(WHOM, reviewed))).contains("审核中");

      decided(runs, "退回,明细表缺少签字");
      assertThat(materials.standing(WHOM).orElseThrow().state())
          .isEqualTo(DeclarationState.RETURNED);
      ProcedureRecord second = declared(runs, materials);
      assertThat(second.declarationId()).isNotEqualTo(first.declarationId());
      assertThat(materials.scans(second)).isEmpty();
      materials.reconcile(WHOM.policy(), WHOM.year());
      until(runs);
      assertThat(materials.standing(WHOM).orElseThrow().state())
          .as("scans of the returned version are not handed in with the next one")
          .isEqualTo(DeclarationState.ACCEPTED);
      assertThat(materials.scans(first)).extracting(Scan::name).hasSize(2);

      hand(materials, second);
      shelf.markSubmitted(second.declarationId());
      materials.reconcile(WHOM.policy(), WHOM.year());
      until(runs);
      assertThat(materials.standing(WHOM).orElseThrow().state())
          .as("what was submitted before a restart is taken after it")
          .isEqualTo(DeclarationState.UNDER_REVIEW);
      decided(runs, "通过,");
      assertThat(confirmations.isDue(materials.standing(WHOM).orElseThrow())).isTrue();
      assertThat(confirmations.confirm(WHOM, DAY)).isEmpty();
      assertThat(confirmations.confirm(WHOM, DAY)).isEmpty();
      until(runs);
      ProcedureRecord confirmed = materials.standing(WHOM).orElseThrow();
      assertThat(confirmed.state()).isEqualTo(DeclarationState.CONFIRMED);
      assertThat(confirmed.stateDate()).isEqualTo(DAY);
      assertThat(sentence(confirmations.confirm(WHOM, DAY))).contains("已确认");
      assertThat(
              procedures.history(confirmed.declarationId()).entries().stream()
                  .filter(entry -> entry.state() == DeclarationState.CONFIRMED))
          .hasSize(1);
    }
  }

  private ProcedureRecord declared(DeskRuns runs, Materials materials) throws Exception {
    Path inbox = Files.createDirectories(folder.resolve("inbox" + ++serial));
    Files.writeString(
        inbox.resolve("declaration.csv"),
        "单位编号,姓名,证件号码,月均工资\n" + EMPLOYER + ",王芳,370702199001010012,500" + serial + "\n",
        UTF_8);
    runs.somethingSubmitted(
        new JobRequest("declaration", Map.of("inbox", inbox.toString(), "settle-seconds", "1")));
    until(runs);
    return materials.standing(WHOM).orElseThrow();
  }

  private void hand(Materials materials, ProcedureRecord standing) throws IOException {
    for (ScanKind kind : ScanKind.values()) {
      Path scan = Files.writeString(folder.resolve("scan"), "%PDF-1.7 " + kind + serial);
      assertThat(materials.keep(WHOM, standing, kind, scan, "扫描.pdf")).isEmpty();
    }
  }

  private void decided(DeskRuns runs, String decision) throws Exception {
    Path file = folder.resolve("decisions" + ++serial + ".csv");
    Files.writeString(file, "单位编号,决定,意见\n" + EMPLOYER + "," + decision + "\n", UTF_8);
    runs.somethingSubmitted(new JobRequest("review", Map.of("decisions", file.toString())));
    until(runs);
  }

  private static void until(DeskRuns runs) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!runs.waiting().isEmpty() || runs.progress().isPresent()) {
      assertThat(System.nanoTime() - end).as("the runs come to their end in time").isNegative();
      Thread.sleep(20);
    }
  }

  private static String sentence(Optional<Finding> finding) {
    return FindingText.sentence(finding.orElseThrow(), Language.ZH);
  }
}
