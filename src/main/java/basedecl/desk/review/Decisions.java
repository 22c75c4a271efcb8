package basedecl.desk.review;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.declaration.procedure.Decision;
import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.review.DecisionLedger;
import basedecl.ledger.review.DeskDecision;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Decisions of reviewers. One is kept until a run of {@code review} takes it as it takes a line of
 * its file; until then it can be undone. What somebody else did since the page was made, a decision
 * among it, is told and never overwritten.
 */
final class Decisions {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final ProcedureLedger procedures;
  private final DecisionLedger ledger;
  private final Recorder recorder;
  private final DeskSettings desk;

  Decisions(
      ProcedureLedger procedures, DecisionLedger ledger, Recorder recorder, DeskSettings desk) {
    this.procedures = procedures;
    this.ledger = ledger;
    this.recorder = recorder;
    this.desk = desk;
  }

  ProcedureLedger.Scope scope(Population population) {
    return new ProcedureLedger.Scope(desk.policy().name(), desk.year(), population);
  }

  /**
   * Where an employer's newest version stands; empty where none was accepted, and where the
   * reviewer's agency is another.
   */
  Optional<ProcedureRecord> standing(SignedIn who, Population population, String employerCode) {
    return procedures
        .standing(scope(population), employerCode)
        .filter(standing -> standing.version().isPresent())
        .filter(standing -> who.account().covers(standing.agency()));
  }

  /** Every decision on any version of an employer, the newest first. */
  List<DeskDecision> ofEmployer(Population population, String employerCode) {
    return ledger.ofEmployer(scope(population), employerCode);
  }

  /** What waits for any of these declarations, one at least. */
  List<DeskDecision> waitingFor(Collection<Long> declarations) {
    return ledger.waitingFor(declarations);
  }

  /** The decision of that number, where the reviewer may see its employer. */
  Optional<DeskDecision> find(SignedIn who, Population population, long id) {
    return ledger
        .find(id)
        .filter(known -> standing(who, population, known.employerCode()).isPresent());
  }

  /** Whose version it is, where the reviewer may see the employer. */
  Optional<ProcedureRecord> standing(SignedIn who, Population population, Seen seen) {
    return procedures
        .employerOf(scope(population), seen.declaration())
        .flatMap(employer -> standing(who, population, employer));
  }

  /**
   * Keeps a decision, or says why not.
   *
   * @param now where the employer's newest version stands
   */
  Optional<Message> decide(
      SignedIn who,
      ProcedureRecord now,
      Seen seen,
      Decision decision,
      String opinion,
      Language language) {
    Optional<Message> against = against(now, seen, decision, language);
    if (against.isEmpty()
        && !ledger.add(
            new DecisionLedger.Taken(
                now.declarationId(),
                decision,
                opinion,
                who.account().id(),
                who.getName(),
                desk.clock().instant()))) {
      against =
          Optional.of(
              ledger
                  .waitingFor(now.declarationId())
                  .map(other -> decidedBy(other, language))
                  .orElseGet(() -> Message.of("desk.review.not-now")));
    }
    record(who, now.employerCode(), against.isEmpty());
    return against;
  }

  private static Optional<Message> against(
      ProcedureRecord now, Seen seen, Decision decision, Language language) {
    if (now.declarationId() != seen.declaration()) {
      return Optional.of(
          Message.of("desk.review.replaced", now.version().map(Object::toString).orElse("")));
    }
    return now.state() == seen.state()
            && DeclarationProcedure.allows(now.state(), decision.leadsTo())
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "desk.review.moved", Message.of("explain.state." + now.state()).in(language)));
  }

  private Message decidedBy(DeskDecision other, Language language) {
    return Message.of(
        "desk.review.decided-already",
        other.by(),
        time(other.at()),
        Message.of("desk.review.decision." + other.decision()).in(language));
  }

  /** Takes a decision back, or says why not. */
  Optional<Message> undo(SignedIn who, DeskDecision decision) {
    boolean undone;
    try {
      undone = ledger.undo(decision.id(), who.getName(), desk.clock().instant());
    } catch (PessimisticLockingFailureException e) {
      // The run that takes it has not ended its transaction.
      undone = false;
    }
    record(who, decision.employerCode(), undone);
    return undone ? Optional.empty() : Optional.of(Message.of("desk.review.too-late"));
  }

  private void record(SignedIn who, String employerCode, boolean done) {
    EventSubject employer = EventSubject.employer(employerCode);
    if (done) {
      recorder.done(who, EventKind.DECIDED, employer);
    } else {
      recorder.refused(who, EventKind.DECIDED, employer);
    }
  }

  String time(Instant instant) {
    return TIME.withZone(desk.zone()).format(instant);
  }
}
