package basedecl.job.review;

import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.job.material.MaterialsFolder;
import basedecl.job.submitted.SubmittedLine;
import basedecl.job.submitted.SubmittedLines;
import basedecl.job.submitted.SubmittedTable;
import basedecl.ledger.review.DecisionLedger;
import basedecl.ledger.review.DeskDecision;
import basedecl.ledger.review.MaterialLedger;
import basedecl.ledger.review.MaterialLedger.Material;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.review.ProcedureRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Moves the year's declarations on: complete materials are submitted for review, decisions and
 * confirmations follow. A step out of turn is refused with the state it meets. Everything happens
 * in the caller's transaction; done again, nothing more happens: scans of a declaration already
 * past them are passed over, and a line that took effect is not used twice.
 */
final class Review {

  private final ProcedureLedger ledger;
  private final MaterialLedger scans;
  private final ProcedureLedger.Scope scope;
  private final Set<String> roster;
  private final long runId;
  private final LocalDate businessDate;
  private final ReviewOutcome outcome;
  private final Map<String, Case> cases = new HashMap<>();

  /** Where findings on decisions of the desk stand, in the place of a file's name. */
  private static final String DESK = "网上审核";

  /** A declaration as this run moves it on. */
  private record Case(long id, DeclarationState state) {}

  /**
   * @param roster codes of the employers known; empty where there is no roster
   */
  Review(
      ProcedureLedger ledger,
      MaterialLedger scans,
      ProcedureLedger.Scope scope,
      Set<String> roster,
      long runId,
      LocalDate businessDate,
      ReviewOutcome outcome) {
    this.ledger = ledger;
    this.scans = scans;
    this.scope = scope;
    this.roster = roster;
    this.runId = runId;
    this.businessDate = businessDate;
    this.outcome = outcome;
    for (ProcedureRecord standing : ledger.standings(scope)) {
      cases.put(standing.employerCode(), new Case(standing.declarationId(), standing.state()));
    }
  }

  /** Complete materials: submitted, and under review from then on. */
  void materials(MaterialsFolder folder) throws IOException {
    for (MaterialsFolder.Entry entry : folder.entries()) {
      String source = "materials/" + MaterialsFolder.shown(entry.name());
      Optional<Case> found = Optional.ofNullable(cases.get(entry.name()));
      if (!entry.isFolder()) {
        outcome.problem(source, linkedFolder(entry));
      } else if (found.isEmpty() || found.get().state() == DeclarationState.REJECTED) {
        outcome.problem(source, outOfTurn(entry.name(), SourceCell.WHOLE_FILE));
      } else if (found.get().state() == DeclarationState.ACCEPTED) {
        submit(source, entry.name(), found.get(), folder.look(entry));
      }
    }
  }

  private void submit(
      String source, String employer, Case declaration, MaterialsFolder.Handed handed) {
    handed.problems().forEach(finding -> outcome.problem(source, finding));
    Optional<Reason> missing = handed.missing();
    if (missing.isPresent()) {
      outcome.problem(
          source,
          Finding.of(
              FindingCode.MATERIALS_INCOMPLETE, employer, SourceCell.WHOLE_FILE, missing.get()));
      return;
    }
    if (scans
        .digests(scope, employer)
        .containsAll(handed.scans().stream().map(Material::sha256).toList())) {
      outcome.problem(
          source, Finding.of(FindingCode.MATERIAL_UNCHANGED, employer, SourceCell.WHOLE_FILE));
    }
    scans.store(declaration.id(), runId, handed.scans());
    String reason = String.join("、", handed.scans().stream().map(Material::fileName).toList());
    advance(employer, DeclarationState.MATERIALS_COMPLETE, businessDate, reason);
    advance(employer, DeclarationState.UNDER_REVIEW, businessDate, "");
  }

  /**
   * What reviewers decided in the desk, before any line of a file: each on the version that its
   * reviewer saw. One that is undone at this moment is not taken.
   */
  void deskDecisions(DecisionLedger desk) {
    for (DeskDecision decided : desk.waiting(scope)) {
      if (desk.use(decided.id(), runId)) {
        take(decided)
            .ifPresent(
                finding -> {
                  desk.refuse(decided.id(), runId);
                  outcome.problem(DESK, finding);
                });
      }
    }
  }

  private Optional<Finding> take(DeskDecision decided) {
    Case found = cases.get(decided.employerCode());
    if (found != null && found.id() != decided.declarationId()) {
      return Optional.of(
          Finding.of(
              FindingCode.DECISION_OUTDATED,
              decided.employerCode(),
              SourceCell.WHOLE_FILE,
              decided.decision().word(),
              Integer.toString(decided.version())));
    }
    return take(
        new DecisionLine(decided.employerCode(), decided.decision(), decided.opinion()),
        step(
            SourceCell.WHOLE_FILE,
            decided.employerCode(),
            digest(
                DESK,
                "",
                SourceCell.WHOLE_FILE,
                Long.toString(decided.id()),
                decided.decision().name())));
  }

  /**
   * The lines of a file. One on a version that was decided in the desk changes nothing and is not
   * looked at again: where it says another thing it is told, since somebody will believe that it
   * was done.
   */
  void decisions(SubmittedTable<DecisionLine.Column> table, DecisionLedger desk)
      throws IOException {
    SubmittedLines<DecisionLine.Column> lines = table.lines();
    lines.lines().forEach(line -> decide(table.name(), line, desk));
    outcome.problems(table.name(), lines.findings());
  }

  private void decide(
      String fileName, SubmittedLine<DecisionLine.Column> line, DecisionLedger desk) {
    DecisionLine.of(line)
        .ifPresent(
            decided -> {
              Step step =
                  step(
                      line.place(DecisionLine.Column.DECISION),
                      decided.employer(),
                      digest(
                          "decision",
                          fileName,
                          line.place(),
                          line.text(DecisionLine.Column.DECISION),
                          decided.opinion()));
              beforeInDesk(step, decided, desk)
                  .map(before -> beside(before, step, decided))
                  .orElseGet(() -> take(decided, step))
                  .ifPresent(finding -> line.refuse(List.of(finding)));
            });
  }

  private Optional<Finding> take(DecisionLine decided, Step step) {
    return take(step, decided.decision().leadsTo(), businessDate, decided.opinion());
  }

  /**
   * The decision of the desk that the employer's declaration stands by, where the line's cannot
   * follow it; empty for a line that took effect earlier.
   */
  private Optional<DeskDecision> beforeInDesk(
      Step step, DecisionLine decided, DecisionLedger desk) {
    Case found = cases.get(step.employer());
    if (found == null
        || DeclarationProcedure.allows(found.state(), decided.decision().leadsTo())
        || ledger.usedFor(step.digest()).isPresent()) {
      return Optional.empty();
    }
    return desk.lastUsed(found.id()).filter(before -> before.decision().leadsTo() == found.state());
  }

  private Optional<Finding> beside(DeskDecision before, Step step, DecisionLine decided) {
    ledger.markUsed(step.digest(), before.declarationId(), runId);
    boolean same =
        before.decision() == decided.decision()
            && (decided.opinion().isBlank() || decided.opinion().equals(before.opinion()));
    return same
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                FindingCode.DECISION_CONTRADICTED,
                step.employer(),
                step.place(),
                before.decision().word()));
  }

  void confirmations(SubmittedTable<ConfirmationLine.Column> table) throws IOException {
    SubmittedLines<ConfirmationLine.Column> lines = table.lines();
    lines.lines().forEach(line -> confirm(table.name(), line));
    outcome.problems(table.name(), lines.findings());
  }

  private void confirm(String fileName, SubmittedLine<ConfirmationLine.Column> line) {
    ConfirmationLine.of(line, businessDate)
        .ifPresent(
            confirmed ->
                take(
                        step(
                            line.place(ConfirmationLine.Column.DATE),
                            confirmed.employer(),
                            digest(
                                "confirmation",
                                fileName,
                                line.place(),
                                confirmed.day().toString(),
                                "")),
                        DeclarationState.CONFIRMED,
                        confirmed.day(),
                        "")
                    .ifPresent(finding -> line.refuse(List.of(finding))));
  }

  /**
   * What a line asks for.
   *
   * @param digest by which it is known again
   */
  private record Step(SourceCell place, String employer, String digest) {}

  /**
   * @param line digest of what the line says, and where
   */
  private Step step(SourceCell place, String employer, String line) {
    return new Step(place, employer, digest(employer, line, place, scope.toString(), ""));
  }

  /** Takes the step, or tells why not. */
  private Optional<Finding> take(Step step, DeclarationState to, LocalDate day, String reason) {
    Optional<Case> found = Optional.ofNullable(cases.get(step.employer()));
    Optional<Long> usedFor = ledger.usedFor(step.digest());
    if (usedFor.isPresent()) {
      return found.map(Case::id).equals(usedFor)
          ? Optional.empty()
          : Optional.of(Finding.of(FindingCode.LINE_ALREADY_USED, step.employer(), step.place()));
    }
    if (found.isEmpty() || !DeclarationProcedure.allows(found.get().state(), to)) {
      return Optional.of(outOfTurn(step.employer(), step.place()));
    }
    advance(step.employer(), to, day, reason);
    ledger.markUsed(step.digest(), found.get().id(), runId);
    return Optional.empty();
  }

  private void advance(String employer, DeclarationState to, LocalDate day, String reason) {
    Case from = cases.get(employer);
    if (from == null) {
      throw new IllegalStateException("An employer without a declaration");
    }
    ledger.advance(from.id(), from.state(), to, runId, day, reason);
    cases.put(employer, new Case(from.id(), to));
  }

  private Finding outOfTurn(String employer, SourceCell place) {
    Case found = cases.get(employer);
    if (found != null) {
      return Finding.of(FindingCode.STEP_OUT_OF_TURN, employer, place, found.state().title());
    }
    return roster.isEmpty() || roster.contains(employer)
        ? Finding.of(FindingCode.STEP_OUT_OF_TURN, employer, place, Reason.NOT_DECLARED)
        : Finding.of(FindingCode.EMPLOYER_UNKNOWN, employer, place);
  }

  private static Finding linkedFolder(MaterialsFolder.Entry entry) {
    return Finding.of(
        FindingCode.MATERIAL_INVALID,
        entry.name(),
        SourceCell.WHOLE_FILE,
        Reason.MATERIAL_LINK,
        MaterialsFolder.shown(entry.name()));
  }

  private static String digest(
      String kind, String file, SourceCell place, String first, String second) {
    return DigestUtils.sha256Hex(
        String.join(
            "\u001f", kind, file, place.sheet(), Integer.toString(place.row()), first, second));
  }
}
