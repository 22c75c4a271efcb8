package basedecl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basedecl.job.desk.JobRequest;
import basedecl.job.desk.Nightly;
import basedecl.job.desk.RunDesk;
import basedecl.job.launch.RunOutcome;
import basedecl.ledger.run.RunRecord;
import basedecl.message.Language;
import basedecl.message.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of the desk's runs on either database. */
@NullUnmarked
abstract class DeskRunsContract {

  @TempDir Path folder;

  /** A place of its own with an empty ledger. */
  abstract Ground ground(String name) throws IOException;

  @Test
  void whatIsSubmittedIsTakenOneRunAfterTheOtherWithoutWorkbooks() throws IOException {
    Ground ground = ground("submitted");
    try (DeskGround desk = DeskGround.open(ground)) {
      for (String sample :
          List.of("corrections/1-first.xlsx", "plain/employees.xls", "plain/employees-gbk.csv")) {
        ground.putSample(sample);
        desk.runs().somethingSubmitted(DeskGround.declaration(ground));
      }
      desk.untilIdle();

      List<RunDesk.Ended> ended = desk.runs().lastEnded(10);
      assertThat(ended)
          .hasSizeBetween(1, 3)
          .allSatisfy(
              run -> {
                assertThat(run.outcome().isDone()).isTrue();
                assertThat(run.asked().request().settings()).containsEntry("workbooks", "none");
              });
      for (int i = 1; i < ended.size(); i++) {
        assertThat(ended.get(i - 1).since()).isAfterOrEqualTo(ended.get(i).until());
      }
      assertThat(desk.jdbc().queryForList("SELECT verdict FROM intake_file", String.class))
          .hasSize(3)
          .doesNotContainNull();
      assertThat(ground.output().resolve("receipts.csv")).exists();
      assertThat(ground.output().resolve("summary-2024.xlsx")).doesNotExist();
      long run = ((RunOutcome.Ended) ended.get(0).outcome()).runId();
      assertThat(desk.runs().lastRuns(1)).extracting(RunRecord::runId).containsExactly(run);
      assertThat(desk.runs().summary(run)).anySatisfy(line -> assertThat(line).contains("没有写年度各表"));
    }
  }

  @Test
  void aRunIsNeverLostSightOfWhileItMovesOn() throws IOException {
    Ground ground = ground("standing");
    ground.putSample("plain/employees.xls");
    try (DeskGround desk = DeskGround.open(ground)) {
      RunDesk.Asked first = desk.runs().start(DeskGround.declaration(ground));
      RunDesk.Asked second = desk.runs().start(DeskGround.declaration(ground));
      List<Class<?>> stood = new ArrayList<>();
      DeskGround.until(
          () -> {
            RunDesk.Standing now = desk.runs().standing(second.number()).orElseThrow();
            if (stood.isEmpty() || stood.get(stood.size() - 1) != now.getClass()) {
              stood.add(now.getClass());
            }
            return now instanceof RunDesk.Ended;
          });

      assertThat(stood)
          .containsExactly(RunDesk.Queued.class, RunDesk.UnderWay.class, RunDesk.Ended.class);
      assertThat(desk.ended(first).outcome().isDone()).isTrue();
      RunDesk.Asked third = desk.runs().start(DeskGround.declaration(ground));
      RunDesk.Asked takenBack = desk.runs().start(DeskGround.declaration(ground));
      assertThat(desk.runs().askToStop(takenBack.number())).isTrue();
      assertThat(desk.runs().standing(takenBack.number())).isEmpty();
      assertThat(desk.ended(third).outcome().isDone()).isTrue();
    }
  }

  @Test
  void aRunStoppedInTheMiddleGoesOnAndEndsLikeAnUndisturbedOne() throws IOException {
    Ground undisturbed = ground("undisturbed").withInbox();
    try (DeskGround desk = DeskGround.open(undisturbed)) {
      RunDesk.Asked asked = desk.runs().start(DeskGround.declaration(undisturbed));
      assertThat(desk.ended(asked).outcome().isDone()).isTrue();
    }

    Ground stopped = ground("stopped").withInbox();
    RunDesk.Asked asked;
    try (DeskGround desk = DeskGround.open(stopped)) {
      asked = desk.runs().start(DeskGround.declaration(stopped));
      DeskGround.until(
          () ->
              desk.runs().progress().flatMap(RunDesk.UnderWay::reached).isPresent()
                  || desk.runs().ended(asked.number()).isPresent());
      desk.runs().close();
      assertThat(desk.runs().lastEnded(1))
          .singleElement()
          .satisfies(
              run -> {
                assertThat(((RunOutcome.Ended) run.outcome()).state())
                    .isEqualTo(RunRecord.State.STOPPED);
                assertThat(run.outcome().sentence(Language.ZH).in(Language.ZH)).contains("停止");
              });
      assertThat(desk.runs().progress()).isEmpty();
    }
    try (DeskGround desk = DeskGround.open(stopped)) {
      RunDesk.Asked again = desk.runs().start(DeskGround.declaration(stopped));
      assertThat(desk.ended(again).outcome().isDone()).isTrue();
    }

    assertThat(Undisturbed.of(stopped).differences(Undisturbed.of(undisturbed))).isEmpty();
  }

  @Test
  void aRunThatFailsIsToldAndTheNextOneGoes() throws IOException {
    Ground ground = ground("fails");
    ground.putSample("corrections/1-first.xlsx");
    Files.createDirectories(ground.output().resolve("summary-2024.xlsx").resolve("in the way"));
    try (DeskGround desk = DeskGround.open(ground)) {
      RunDesk.Asked failing = desk.runs().start(DeskGround.declaration(ground));
      RunDesk.Asked next =
          desk.runs()
              .start(
                  DeskGround.declaration(ground)
                      .with("output", folder.resolve("elsewhere").toString()));

      RunOutcome failed = desk.ended(failing).outcome();
      assertThat(failed.isDone()).isFalse();
      assertThat(failed.sentence(Language.EN).in(Language.EN))
          .contains("did not finish", "go")
          .hasLineCount(1);
      assertThat(desk.ended(next).outcome().isDone()).isTrue();
      assertThat(folder.resolve("elsewhere/summary-2024.xlsx")).exists();
    }
  }

  @Test
  void settingsThatCannotWorkAreRefusedBeforeAnythingIsQueued() throws IOException {
    Ground ground = ground("refused");
    try (DeskGround desk = DeskGround.open(ground)) {
      JobRequest wrong = DeskGround.declaration(ground).with("workbooks", "some");
      assertThatThrownBy(() -> desk.runs().start(wrong)).isInstanceOf(RefusedException.class);
      assertThatThrownBy(() -> desk.runs().start(new JobRequest("none", wrong.settings())))
          .isInstanceOf(RefusedException.class);
      assertThat(desk.runs().waiting()).isEmpty();
      assertThat(desk.runs().lastEnded(5)).isEmpty();
    }
  }

  @Test
  void whileAnotherProcessHoldsTheLeaseARunWaitsAndSaysSo() throws IOException {
    Ground ground = ground("held");
    ground.putSample("corrections/1-first.xlsx");
    try (DeskGround desk = DeskGround.open(ground)) {
      desk.jdbc()
          .update(
              "UPDATE lease SET owner = 'elsewhere/1/1', acquired_at = CURRENT_TIMESTAMP(3),"
                  + " heartbeat_at = CURRENT_TIMESTAMP(3)");
      RunDesk.Asked asked = desk.runs().start(DeskGround.declaration(ground));
      DeskGround.until(() -> desk.runs().progress().flatMap(RunDesk.UnderWay::waiting).isPresent());
      RunDesk.Asked stopped = desk.runs().start(DeskGround.declaration(ground));
      assertThat(desk.runs().waiting()).containsExactly(stopped);
      assertThat(desk.runs().askToStop(stopped.number())).isTrue();
      assertThat(desk.runs().waiting()).isEmpty();

      desk.jdbc().update("UPDATE lease SET owner = NULL");

      assertThat(desk.ended(asked).outcome().isDone()).isTrue();
      assertThat(desk.runs().askToStop(asked.number())).isFalse();
    }
  }

  @Test
  void theNightComesByTheClockAndAMissedOneAtTheStart() throws IOException {
    Ground ground = ground("night");
    ground.putSample("corrections/1-first.xlsx");
    MovedClock clock = new MovedClock();
    Optional<Nightly> nightly =
        Optional.of(
            new Nightly(
                LocalTime.now(clock).plusHours(1).withNano(0),
                List.of(
                    DeskGround.declaration(ground), new JobRequest("review", java.util.Map.of()))));
    Path memory = ground.work().resolve("last-night.txt");
    try (DeskGround desk = DeskGround.open(ground, nightly, clock)) {
      String before = Files.readString(memory);
      desk.untilIdle();
      assertThat(desk.runs().lastEnded(2)).as("before its time").isEmpty();
      clock.move(Duration.ofMinutes(61));
      DeskGround.until(() -> desk.runs().lastEnded(2).size() == 2);
      desk.untilIdle();

      assertThat(desk.runs().lastEnded(2))
          .allSatisfy(run -> assertThat(run.outcome().isDone()).isTrue())
          .extracting(run -> run.asked().request().job())
          .containsExactly("review", "declaration");
      assertThat(ground.output().resolve("summary-2024.xlsx")).exists();
      assertThat(ground.output().resolve("progress-2024.xlsx")).exists();
      assertThat(Files.readString(memory)).isNotEqualTo(before);
    }
    try (DeskGround desk = DeskGround.open(ground, nightly, clock)) {
      desk.untilIdle();
      assertThat(desk.runs().lastEnded(2)).as("a night that was done is not run again").isEmpty();
    }
    Files.writeString(memory, LocalDateTime.now(clock).minusDays(3) + "\n");
    try (DeskGround desk = DeskGround.open(ground, nightly, clock)) {
      DeskGround.until(() -> desk.runs().lastEnded(2).size() == 2);
      desk.untilIdle();
      assertThat(desk.runs().lastEnded(5)).hasSize(2);
    }
  }

  /** The machine's clock, which a test moves on. */
  private static final class MovedClock extends Clock {
    private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);

    void move(Duration by) {
      moved.set(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.offset(Clock.system(zone), moved.get());
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(moved.get());
    }
  }
}
