package basedecl.desk.dues;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.desk.RunsUnderTest;
import basedecl.desk.page.DeskKeys;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions.For;
import basedecl.job.desk.DeskRuns;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Language;
import basedecl.policy.Population;
import basedecl.policyfile.PolicyFiles;
import basedecl.settings.JobFile;
import basedecl.settings.JobSettings;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page of dues over what the job late-fee left in the ledger. */
@Tag("run")
class DuesPageTest {

  private static final String POLICY = "weifang-employee-medical";
  private static final For WHOM = new For(7, POLICY, 2024, Population.EMPLOYEES, "0370700001");

  private static final LocalDate DAY = LocalDate.of(2024, 4, 10);

  @TempDir Path folder = Path.of("");

  @Test
  void nothingIsKnownAtFirstThenEachMonthWithItsPaymentsAndSlices() throws Exception {
    try (HikariDataSource ledger =
            LedgerDatabase.openMigrated("jdbc:h2:file:" + folder.resolve("ledger"), 12, Map.of());
        DeskRuns runs = RunsUnderTest.begin(ledger, folder, DAY)) {
      Rules rules = rules(RunsUnderTest.keys(folder, DAY), LedgerDatabase.template(ledger));
      DuesPage.Source pages = new DuesPage.Source(LedgerDatabase.template(ledger));
      DuesPage nothing = pages.page(WHOM, rules, Language.ZH);
      assertThat(nothing.settledOn()).isEmpty();
      assertThat(nothing.months()).isEmpty();
      assertThat(nothing.payments()).isEmpty();

      settle(runs);
      DuesPage page = pages.page(WHOM, rules, Language.ZH);
      assertThat(page.settledOn()).isEqualTo("2024-04-10");
      assertThat(page.months()).extracting(DuesPage.Month::period).startsWith("2024-01");
      DuesPage.Month january = page.months().get(0);
      assertThat(january.method()).isEqualTo("按上月110%核定");
      assertThat(january.due()).isEqualTo("97,356.79");
      assertThat(january.dueMarked()).isFalse();
      assertThat(january.deadline()).contains("2024-01-25");
      assertThat(january.paid()).isEqualTo("13,177.41");
      assertThat(january.arrears()).isEqualTo("84,179.38");
      assertThat(january.inArrears()).isTrue();
      assertThat(january.overpaid()).isEqualTo("0.00");
      assertThat(january.slices()).hasSize(1);
      assertThat(january.slices().get(0)).contains("84,179.38 × 0.05%", "元；依据：");
      assertThat(page.payments())
          .contains(
              new DuesPage.Payment(
                  "2024-01", "2024-01-25", "13,177.41", "370700202401000001", false));
      assertThat(pages.page(WHOM, rules, Language.EN).months().get(0).slices().get(0))
          .startsWith("Late fee: 84,179.38 × 0.05%");
    }
  }

  private static void settle(DeskRuns runs) throws InterruptedException {
    RunDesk.Asked asked =
        runs.start(new JobRequest("late-fee", Map.of("payments", "samples/payments")));
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (runs.ended(asked.number()).isEmpty()) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(20);
    }
  }

  private static Rules rules(Map<String, String> keys, JdbcTemplate ledger) throws IOException {
    Map<String, String> all = new HashMap<>(keys);
    all.put("job", DeskKeys.JOB);
    JobSettings settings = JobFile.ofCommandLine(all).settings(DeskKeys.JOB, DeskKeys.all());
    return new RulesShelf(
            new DeskSettings(
                settings,
                PolicyFiles.load(Optional.empty()),
                PolicyFiles.load(Optional.empty()).require(POLICY),
                InstantSource.system(),
                ZoneId.of("Asia/Shanghai")),
            ledger)
        .current();
  }
}
