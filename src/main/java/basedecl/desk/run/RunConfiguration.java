package basedecl.desk.run;

import basedecl.desk.page.DeskKeys;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.submission.DeskFolders;
import basedecl.job.desk.RunDesk;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.ReceiptLedger;
import basedecl.ledger.run.Lease;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.year.LookupLedger;
import basedecl.settings.CommonKeys;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operator's pages of runs and what they stand on. */
@Configuration(proxyBeanMethods = false)
@Import({
  RunController.class,
  OutputController.class,
  NewRunController.class,
  FilesController.class
})
public class RunConfiguration {

  @Bean
  RunLedger runLedger(JdbcTemplate template) {
    return new RunLedger(JdbcClient.create(template));
  }

  @Bean
  Lease lease(JdbcTemplate template) {
    return new Lease(JdbcClient.create(template));
  }

  @Bean
  RunFiles runFiles(DeskFolders folders, DeskSettings desk) throws IOException {
    return new RunFiles(folders, desk.keys().optionalPath(DeskKeys.INPUTS), desk.clock());
  }

  @Bean
  JobForms jobForms(DeskSettings desk, RunFiles files) {
    return new JobForms(desk, files, dryOutput(desk));
  }

  /** Apart from what real runs write, so that neither takes the other's place. */
  private static Path dryOutput(DeskSettings desk) {
    return desk.keys().path(CommonKeys.OUTPUT).resolve("dry-run");
  }

  @Bean
  BegunRuns begunRuns(RunDesk runs) {
    return new BegunRuns(runs);
  }

  @Bean
  RunOutputs runOutputs(DeskSettings desk, RunLedger ledger) {
    return new RunOutputs(desk.keys().path(CommonKeys.OUTPUT), dryOutput(desk), ledger);
  }

  @Bean
  RunsPage.Source runsPages(RunDesk runs, RunLedger ledger, Lease lease, DeskSettings desk) {
    return new RunsPage.Source(runs, ledger, lease, desk.zone());
  }

  @Bean
  RunPage.Source runPages(
      RunDesk runs,
      BegunRuns begun,
      RunLedger ledger,
      JdbcTemplate template,
      Lease lease,
      RunOutputs outputs,
      DeskSettings desk) {
    return new RunPage.Source(
        runs,
        begun,
        ledger,
        new LookupLedger(template),
        lease,
        outputs,
        new RunLog(desk.keys().path(CommonKeys.WORK)),
        desk.zone());
  }

  @Bean
  ReceiptsPage.Source receiptsPages(JdbcTemplate template) {
    return new ReceiptsPage.Source(new ReceiptLedger(template, new IntakeLedger(template)));
  }

  @Bean
  RunNotes runNotes(RunDesk runs, RunLedger ledger, Lease lease) {
    return new RunNotes(runs, ledger, lease);
  }
}
