package basedecl.desk.policy;

import basedecl.declaration.Employer;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.submission.Rules;
import basedecl.job.audit.OwnLastYear;
import basedecl.job.audit.SubmittedFigures;
import basedecl.job.audit.Trial;
import basedecl.ledger.year.RosterLedger;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.server.ResponseStatusException;

/**
 * Tries policies on the desk's ledger, one at a time: it goes through everybody that was declared.
 */
final class Trials {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final JdbcTemplate template;
  private final DeskSettings desk;
  private final Semaphore turn = new Semaphore(1, true);

  Trials(JdbcTemplate template, DeskSettings desk) {
    this.template = template;
    this.desk = desk;
  }

  /** Empty where nothing was declared. */
  Optional<Trial.Result> run(Trial trial, Rules rules) throws IOException {
    if (!hasTurn()) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
    try {
      Collection<Employer> roster =
          rules
              .roster()
              .map(known -> known.employers())
              .orElseGet(() -> new RosterLedger(template).all());
      return trial.run(
          template,
          SubmittedFigures.read(
              desk.keys(),
              roster,
              OwnLastYear.of(template, trial.policy(), trial.year()),
              rules.businessDate()),
          true);
    } finally {
      turn.release();
    }
  }

  private boolean hasTurn() {
    try {
      return turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
