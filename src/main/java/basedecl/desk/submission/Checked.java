package basedecl.desk.submission;

import basedecl.assessment.DeclarationTotals;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.finding.FindingCode;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.ledger.submission.Submission;
import basedecl.ledger.submission.Upload;
import java.util.List;

/**
 * An upload as it was checked.
 *
 * @param rules it was checked by
 * @param refused the file as a whole cannot be taken
 * @param findings all of them, those that only the ledger knows at the end
 * @param changes against the version that stands, for each employer that has one
 */
public record Checked(
    Upload upload,
    Rules rules,
    boolean refused,
    List<AssessedPart> parts,
    List<Finding> findings,
    List<Changes> changes) {

  public Checked {
    parts = List.copyOf(parts);
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
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
