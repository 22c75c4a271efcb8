package basedecl.desk.review;

import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.job.review.ReviewJob;
import basedecl.policy.Population;
import basedecl.settings.CommonKeys;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs of {@code review} that take what was decided, for those who do not wait for the night. */
final class ReviewRuns {

  private static final String JOB = "review";

  private final RunDesk runs;

  ReviewRuns(RunDesk runs) {
    this.runs = runs;
  }

  /**
   * Puts a run behind those that wait, unless one waits already.
   *
   * @throws basedecl.message.RefusedException if it cannot work under the desk's settings
   */
  synchronized void start(Population population) {
    if (waiting(population).findAny().isEmpty()) {
      runs.start(
          new JobRequest(
              JOB,
              Map.of(
                  CommonKeys.POPULATION.name(),
                  population.word(),
                  CommonKeys.WORKBOOKS.name(),
                  "none")));
    }
  }

  /** Whether one waits for its turn or is under way. */
  boolean isUnderWay(Population population) {
    return runs.open().stream()
        .map(RunDesk.Asked::request)
        .anyMatch(request -> takesDecisions(request, population));
  }

  /** The last one of this desk, where it did not end well. */
  Optional<RunDesk.Ended> lastFailed(Population population) {
    return runs.lastEnded(RunDesk.REMEMBERED).stream()
        .filter(ended -> takesDecisions(ended.asked().request(), population))
        .findFirst()
        .filter(ended -> !ended.outcome().isDone());
  }

  private Stream<JobRequest> waiting(Population population) {
    return runs.waiting().stream()
        .map(RunDesk.Asked::request)
        .filter(request -> takesDecisions(request, population));
  }

  private static boolean takesDecisions(JobRequest request, Population population) {
    String whose =
        request.settings().getOrDefault(CommonKeys.POPULATION.name(), Population.EMPLOYEES.word());
    return request.job().equals(JOB)
        && whose.equals(population.word())
        && !"false".equals(request.settings().get(ReviewJob.DESK_DECISIONS.name()));
  }
}
