package basedecl.desk.submission;

import basedecl.assessment.DeclarationTotals;
import basedecl.declaration.row.MonthsInService;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.finding.FindingCode;
import basedecl.job.intake.FileAssessment.AssessedLine;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.ledger.submission.Submission;
import basedecl.ledger.submission.Upload;
import basedecl.person.IdNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An upload as it was checked.
 *
 * @param rules it was checked by
 * @param refused the file as a whole cannot be taken
 * @param findings all of them, those that only the ledger knows at the end
 * @param takenOver the months of people for whom the file states none and who do not count in the
 *     whole year, by the place of their employer in it
 * @param changes against the version that stands, for each employer that has one
 */
public record Checked(
    Upload upload,
    Rules rules,
    boolean refused,
    List<AssessedPart> parts,
    List<Finding> findings,
    List<Changes> changes,
    Map<Integer, Map<IdNumber, MonthsInService>> takenOver) {

  public Checked {
    parts = List.copyOf(parts);
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
    takenOver = Map.copyOf(takenOver);
  }

  /** Whether anybody's months are taken over who does not count in the whole year. */
  public boolean hasMonths() {
    return takenOver.values().stream().anyMatch(months -> !months.isEmpty());
  }

  /** The months in which a person will count; empty for the whole year. */
  public Optional<MonthsInService> months(AssessedLine line) {
    return Optional.of(
            takenOver
                .getOrDefault(line.employer(), Map.of())
                .getOrDefault(line.wage().idNumber(), line.wage().months())
                .within(rules.year()))
        .filter(months -> !months.equals(MonthsInService.ALWAYS.within(rules.year())));
  }

  /** How much of it is held: findings, and people whose months are known. */
  int weight() {
    return findings.size() + takenOver.values().stream().mapToInt(Map::size).sum();
  }

  /** The same bytes were accepted before. */
  public boolean isDuplicate() {
    return findings.stream().anyMatch(finding -> finding.code() == FindingCode.FILE_DUPLICATE);
  }

  /** Whether it can be submitted: a declaration is whole, for all of its employers. */
  public boolean isGood() {
    return !refused
        && !isDuplicate()
        && parts.stream().anyMatch(part -> !part.employerCode().isEmpty())
        && parts.stream().noneMatch(AssessedPart::refused)
        && findings.stream().noneMatch(finding -> finding.code().isError());
  }

  /** Errors found, those counted only among them. */
  public long errors() {
    return FindingBounds.count(findings.stream().filter(f -> f.code().isError()).toList());
  }

  /** What was found beside errors. */
  public long remarks() {
    return FindingBounds.count(findings) - errors();
  }

  /** Those of all employers of the file together. */
  public DeclarationTotals totals() {
    return parts.stream()
        .map(AssessedPart::totals)
        .reduce(DeclarationTotals.NONE, DeclarationTotals::plus);
  }

  /** What is kept with its submission. */
  List<Submission.Part> confirmed() {
    return parts.stream()
        .map(
            part ->
                new Submission.Part(
                    part.employerCode(),
                    part.employerName().isEmpty()
                        ? rules.nameOf(part.employerCode())
                        : part.employerName(),
                    part.totals().persons(),
                    part.totals().declaredTotal(),
                    part.totals().baseTotal()))
        .toList();
  }
}
