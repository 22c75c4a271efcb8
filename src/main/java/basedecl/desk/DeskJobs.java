package basedecl.desk;

import basedecl.desk.page.DeskKeys;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.submission.DeskFolders;
import basedecl.desk.submission.Submissions;
import basedecl.job.desk.DeskRuns;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.Nightly;
import basedecl.job.desk.RunDesk;
import basedecl.message.Language;
import basedecl.policy.Population;
import basedecl.settings.CommonKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The jobs that the desk runs by itself: what is submitted is taken by a run without workbooks as
 * soon as nothing else is under way, and the night takes the rest and writes the year's workbooks.
 */
final class DeskJobs implements Submissions.Taker, AutoCloseable {

  /** So long a stop waits for the run under way to put itself away. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DeskFolders folders;
  private final RunDesk runs;

  private DeskJobs(DeskFolders folders, RunDesk runs) {
    this.folders = folders;
    this.runs = runs;
  }

  /**
   * @throws basedecl.message.RefusedException where the night's jobs cannot work under the settings
   */
  static DeskJobs begin(DeskSettings desk, DataSource ledger) throws IOException {
    Path work = desk.keys().path(CommonKeys.WORK);
    DeskFolders folders = DeskFolders.in(work);
    folders.create();
    DeskRuns.Setup setup =
        new DeskRuns.Setup(
            desk.keys().values(),
            work,
            Language.ZH,
            desk.keys()
                .optional(DeskKeys.NIGHTLY)
                .map(at -> new Nightly(LocalTime.parse(at), night(folders, desk))),
            PATIENCE);
    return new DeskJobs(folders, DeskRuns.begin(ledger, setup, desk.clock().withZone(desk.zone())));
  }

  private static List<JobRequest> night(DeskFolders folders, DeskSettings desk) {
    List<JobRequest> jobs =
        new ArrayList<>(
            List.of(
                intake(folders, Population.EMPLOYEES),
                intake(folders, Population.RETIREES),
                review(Population.EMPLOYEES),
                review(Population.RETIREES)));
    desk.keys()
        .optional(DeskKeys.FLEXIBLE_REGION)
        .map(region -> Map.of(CommonKeys.REGION.name(), region))
        .ifPresent(settings -> jobs.add(new JobRequest("flexible-election", settings)));
    return jobs;
  }

  /** Takes what reviewers decided of these people's declarations. */
  private static JobRequest review(Population population) {
    return new JobRequest("review", Map.of(CommonKeys.POPULATION.name(), population.word()));
  }

  /** A file comes into these inboxes in one step: there is nothing to wait for. */
  private static JobRequest intake(DeskFolders folders, Population population) {
    return new JobRequest(
        population == Population.RETIREES ? "retirees" : "declaration",
        Map.of(
            CommonKeys.INBOX.name(),
            folders.inbox(population).toString(),
            CommonKeys.SETTLE_SECONDS.name(),
            "1"));
  }

  RunDesk runs() {
    return runs;
  }

  @Override
  public void somethingSubmitted(Population population) {
    runs.somethingSubmitted(intake(folders, population));
  }

  @Override
  public void close() {
    runs.close();
  }
}
