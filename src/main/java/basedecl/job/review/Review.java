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
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.review.ProcedureLedger.Material;
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
  private final ProcedureLedger.Scope scope;
  private final Set<String> roster;
  private final long runId;
  private final LocalDate businessDate;
  private final ReviewOutcome outcome;
  private final Map<String, Case> cases = new HashMap<>();

  /** A declaration as this run moves it on. */
  private record Case(long id, DeclarationState state) {}

  /**
   * @param roster codes of the employers known; empty where there is no roster
   */
  Review(
      ProcedureLedger ledger,
      ProcedureLedger.Scope scope,
      Set<String> roster,
      long runId,
      LocalDate businessDate,
      ReviewOutcome outcome) {
    this.ledger = ledger;
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
    if (ledger
        .materialDigests(scope, employer)
        .containsAll(handed.scans().stream().map(Material::sha256).toList())) {
      outcome.problem(
          source, Finding.of(FindingCode.MATERIAL_UNCHANGED, employer, SourceCell.WHOLE_FILE));
    }
    ledger.storeMaterials(declaration.id(), runId, handed.scans());
    String reason = String.join("、", handed.scans().stream().map(Material::fileName).toList());
    advance(employer, DeclarationState.MATERIALS_COMPLETE, businessDate, reason);
    advance(employer, DeclarationState.UNDER_REVIEW, businessDate, "");
  }

  void decisions(SubmittedTable<DecisionLine.Column> table) throws IOException {
    SubmittedLines<DecisionLine.Column> lines = table.lines();
    lines.lines().forEach(line -> decide(table.name(), line));
    outcome.problems(table.name(), lines.findings());
  }

  private void decide(String fileName, SubmittedLine<DecisionLine.Column> line) {
    DecisionLine.of(line)
        .ifPresent(
            decided ->
                take(
                        new Step(
                            line.place(DecisionLine.Column.DECISION),
                            decided.employer(),
                            digest(
                                "decision",
                                fileName,
                                line.place(),
                                decided.decision(),
                                decided.opinion())),
                        decided.leadsTo(),
                        businessDate,
                        decided.opinion())
                    .ifPresent(finding -> line.refuse(List.of(finding))));
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
                        new Step(
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

  /** What a line asks for. */
  private record Step(SourceCell place, String employer, String digest) {}

  /** Takes the step, or tells why not. */
  private Optional<Finding> take(Step step, DeclarationState to, LocalDate day, String reason) {
    Optional<Case> found = Optional.ofNullable(cases.get(step.employer()));
    String digest = digest(step.employer(), step.digest(), step.place(), scope.toString(), "");
    Optional<Long> usedFor = ledger.usedFor(digest);
    if (usedFor.isPresent()) {
      return found.map(Case::id).equals(usedFor)
          ? Optional.empty()
          : Optional.of(Finding.of(FindingCode.LINE_ALREADY_USED, step.employer(), step.place()));
    }
    if (found.isEmpty() || !DeclarationProcedure.allows(found.get().state(), to)) {
      return Optional.of(outOfTurn(step.employer(), step.place()));
    }
    advance(step.employer(), to, day, reason);
    ledger.markUsed(digest, found.get().id(), runId);
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
