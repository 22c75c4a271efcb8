package basedecl.job.desk;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be run next: what was asked for and the night's jobs in their order, then what was
 * submitted. Guarded by its owner's lock; times are those of {@link System#nanoTime()}.
 */
final class Agenda {

  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(2);

  private final Deque<Entry> queue = new ArrayDeque<>();
  private final Map<JobRequest, Submission> submissions = new LinkedHashMap<>();
  private final Map<JobRequest, Integer> failures = new LinkedHashMap<>();
  private long numbers;

  /**
   * Something to be run.
   *
   * @param intake whose inbox something was submitted to
   * @param night the night it belongs to
   */
  record Entry(RunDesk.Asked asked, Optional<JobRequest> intake, Optional<LocalDateTime> night) {}

  private record Submission(long number, long notBefore) {}

  RunDesk.Asked ask(JobRequest request) {
    RunDesk.Asked asked = new RunDesk.Asked(++numbers, request);
    queue.add(new Entry(asked, Optional.empty(), Optional.empty()));
    return asked;
  }

  void night(LocalDateTime night, JobRequest request) {
    queue.add(
        new Entry(new RunDesk.Asked(++numbers, request), Optional.empty(), Optional.of(night)));
  }

  /** Whether another job of the night waits. */
  boolean holds(LocalDateTime night) {
    return queue.stream().anyMatch(entry -> entry.night().equals(Optional.of(night)));
  }

  void submitted(JobRequest intake, long now) {
    submissions.merge(
        intake,
        new Submission(++numbers, now),
        (before, fresh) -> before.notBefore() <= fresh.notBefore() ? before : fresh);
  }

  /** What may be begun now. */
  Optional<Entry> next(long now) {
    Entry first = queue.poll();
    if (first != null) {
      return Optional.of(first);
    }
    Optional<JobRequest> ready =
        submissions.entrySet().stream()
            .filter(each -> each.getValue().notBefore() - now <= 0)
            .map(Map.Entry::getKey)
            .findFirst();
    return ready.map(intake -> entry(intake, submissions.remove(intake)));
  }

  private static Entry entry(JobRequest intake, Submission submission) {
    return new Entry(
        new RunDesk.Asked(submission.number(), intake.with("workbooks", "none")),
        Optional.of(intake),
        Optional.empty());
  }

  /** How long nothing is to be begun; empty where nothing waits. */
  Optional<Duration> untilNext(long now) {
    return submissions.values().stream()
        .map(submission -> Duration.ofNanos(Math.max(0, submission.notBefore() - now)))
        .min(Duration::compareTo);
  }

  /** What was submitted lies there still: again later, later each time. */
  void failed(JobRequest intake, long now) {
    int before = failures.merge(intake, 1, Integer::sum) - 1;
    Duration patience = patience(FIRST_PATIENCE, LONGEST_PATIENCE, before);
    submissions.putIfAbsent(intake, new Submission(++numbers, now + patience.toNanos()));
  }

  void done(JobRequest intake) {
    failures.remove(intake);
  }

  /** Doubles with every time before. */
  static Duration patience(Duration first, Duration longest, int before) {
    Duration doubled = first.multipliedBy(1L << Math.min(before, 16));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  boolean remove(long number) {
    return queue.removeIf(entry -> entry.asked().number() == number);
  }

  List<RunDesk.Asked> waiting() {
    List<RunDesk.Asked> waiting = new ArrayList<>(queue.stream().map(Entry::asked).toList());
    submissions.forEach((intake, submission) -> waiting.add(entry(intake, submission).asked()));
    return waiting;
  }
}
