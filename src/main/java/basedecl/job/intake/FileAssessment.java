package basedecl.job.intake;

import basedecl.assessment.ContributionBase;
import basedecl.assessment.DeclarationTotals;
import basedecl.assessment.Dues;
import basedecl.declaration.DeclarationCheck;
import basedecl.declaration.EmployerOutcome;
import basedecl.declaration.row.RawRow;
import basedecl.declaration.row.RowOutcome;
import basedecl.declaration.row.WageLine;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.ledger.database.LedgerKeys;
import basedecl.spreadsheet.gate.FileReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One file on its way through the rules, row after row, until it is complete or refused: what a run
 * stores and what {@code check} tells. One instance a file, one thread.
 */
public final class FileAssessment {

  private final IntakeRules rules;
  private final DeclarationCheck check;
  private final FindingBounds bounds = new FindingBounds();
  private final Map<String, Part> parts = new HashMap<>();
  private final List<Part> inOrder = new ArrayList<>();
  private List<Finding> found = new ArrayList<>();
  private long rowsRead;
  private Optional<Finding> stopped = Optional.empty();

  public FileAssessment(IntakeRules rules) {
    this.rules = rules;
    this.check = rules.newCheck();
  }

  /**
   * A person's line without a fault.
   *
   * @param employer the employer's place in the file, from 0
   * @param line counted from 1 within the employer's part
   */
  public record AssessedLine(
      int employer, int line, WageLine wage, ContributionBase base, Dues dues) {}

  /**
   * One employer's part of a file read to its end.
   *
   * @param employer its place in the file, from 0
   * @param totals of the rows without a fault, even where the part is refused
   */
  public record AssessedPart(
      int employer,
      String employerCode,
      String employerName,
      boolean refused,
      long rowsRead,
      DeclarationTotals totals,
      boolean flagged) {}

  private static final class Part {
    private final int employer;
    private int lines;
    private DeclarationTotals totals = DeclarationTotals.NONE;
    private boolean refused;

    Part(int employer) {
      this.employer = employer;
    }
  }

  /** Takes the next row; empty where it is faulty, or its employer's part is refused already. */
  public Optional<AssessedLine> add(RawRow row) {
    rowsRead++;
    if (stopped.isPresent()) {
      return Optional.empty();
    }
    RowOutcome outcome = check.add(row);
    list(outcome.findings());
    Part part = parts.get(outcome.employerCode());
    if (part == null) {
      if (parts.size() > LedgerKeys.MAX_EMPLOYERS) {
        stop(FileReason.ROWS.refusal().finding());
        return Optional.empty();
      }
      part = begin(outcome.employerCode());
    }
    if (part.lines >= LedgerKeys.MAX_DECLARED) {
      stop(FileReason.ROWS.refusal().finding());
      return Optional.empty();
    }
    if (outcome instanceof RowOutcome.Accepted accepted) {
      return assessed(part, accepted.line());
    }
    part.refused = true;
    return Optional.empty();
  }

  private Part begin(String employerCode) {
    Part part = new Part(inOrder.size());
    inOrder.add(part);
    parts.put(employerCode, part);
    return part;
  }

  private Optional<AssessedLine> assessed(Part part, WageLine line) {
    ContributionBase base = rules.base(line.declaredWage());
    Dues dues = rules.dues(base.amount());
    part.totals = part.totals.plus(line.declaredWage(), base, dues);
    if (part.refused) {
      return Optional.empty();
    }
    part.lines++;
    return Optional.of(new AssessedLine(part.employer, part.lines, line, base, dues));
  }

  /** The rest of the file is read to be counted only, and the file is refused for this. */
  public void stop(Finding reason) {
    if (stopped.isEmpty()) {
      stopped = Optional.of(reason);
    }
  }

  /**
   * Every employer's part after the last row; empty where the file is refused as a whole.
   *
   * @param ofSheets what was found of the sheets beside their rows
   */
  public Optional<List<AssessedPart>> complete(List<Finding> ofSheets) {
    if (stopped.isPresent()) {
      refuse(List.of());
      return Optional.empty();
    }
    List<AssessedPart> complete = new ArrayList<>();
    for (EmployerOutcome outcome : check.finish(ofSheets)) {
      list(outcome.findings());
      complete.add(complete(outcome));
    }
    found.addAll(bounds.leftOut());
    return Optional.of(complete);
  }

  private AssessedPart complete(EmployerOutcome outcome) {
    Part part = parts.get(outcome.employerCode());
    if (part == null) {
      throw new IllegalStateException("A tally without rows");
    }
    part.refused |= outcome.refused() || outcome.employerCode().isEmpty();
    return new AssessedPart(
        part.employer,
        outcome.employerCode(),
        outcome.employerName(),
        part.refused,
        outcome.rowsRead(),
        part.totals,
        !part.refused && rules.flags(part.totals));
  }

  /** The file is refused as a whole: nobody's people stay. */
  public void refuse(List<Finding> reasons) {
    list(reasons);
    list(stopped.stream().toList());
    found.addAll(bounds.leftOut());
  }

  /** What is to be listed and was not yet taken, in the order it was found. */
  public List<Finding> takeFindings() {
    List<Finding> taken = found;
    found = new ArrayList<>();
    return taken;
  }

  /** Rows so far, those after {@link #stop} among them. */
  long rowsRead() {
    return rowsRead;
  }

  boolean isRefused(int employer) {
    return inOrder.get(employer).refused;
  }

  private void list(List<Finding> findings) {
    for (Finding finding : findings) {
      if (bounds.admits(finding)) {
        found.add(finding);
      }
    }
  }
}
