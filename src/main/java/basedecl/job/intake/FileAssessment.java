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
import basedecl.ledger.intake.IntakeFile;
import basedecl.ledger.intake.IntakeLedger;
import basedecl.ledger.intake.StagedDeclaration;
import basedecl.ledger.intake.StagedPerson;
import basedecl.ledger.intake.StagingLedger.NumberedFinding;
import basedecl.spreadsheet.gate.FileReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One file on its way through the rules, slice after slice, in one thread. */
final class FileAssessment {

  private final IntakeRules rules;
  private final IntakeFile file;
  private final DeclarationCheck check;
  private final FindingBounds bounds = new FindingBounds();
  private final Map<String, Part> parts = new HashMap<>();
  private final List<Part> inOrder = new ArrayList<>();
  private int findingNumber;
  private long rowsRead;
  private Optional<Finding> stopped = Optional.empty();

  FileAssessment(IntakeRules rules, IntakeFile file) {
    this.rules = rules;
    this.file = file;
    this.check = rules.newCheck();
  }

  /** One employer's part of the file so far. */
  private static final class Part {
    private final long declarationId;
    private DeclarationTotals totals = DeclarationTotals.NONE;
    private boolean refused;
    private boolean storedEarlier;

    Part(long declarationId) {
      this.declarationId = declarationId;
    }
  }

  /** The rest of the file is read to be counted only, and the file is refused for this. */
  void stop(Finding reason) {
    if (stopped.isEmpty()) {
      stopped = Optional.of(reason);
    }
  }

  AssessedRows assess(FileRows slice) {
    List<NumberedFinding> findings = new ArrayList<>();
    List<StagedPerson> people = new ArrayList<>(slice.rows().size());
    for (RawRow row : slice.rows()) {
      if (stopped.isPresent()) {
        rowsRead++;
      } else {
        assess(row, people, findings);
      }
    }
    people.removeIf(person -> partOf(person).refused);
    if (slice.end() != FileRows.End.COMPLETE) {
      list(slice.findings(), findings);
    }
    if (slice.end() != FileRows.End.MORE) {
      list(stopped.stream().toList(), findings);
    }
    return switch (slice.end()) {
      case MORE -> {
        people.forEach(person -> partOf(person).storedEarlier = true);
        yield new AssessedRows(
            file.fileId(), people, findings, List.of(), List.of(), Optional.empty());
      }
      case COMPLETE ->
          stopped.isPresent() ? refused(slice, findings) : complete(slice, people, findings);
      case REFUSED -> refused(slice, findings);
      case DUPLICATE -> refused(slice, List.of());
    };
  }

  private void assess(RawRow row, List<StagedPerson> people, List<NumberedFinding> findings) {
    rowsRead++;
    RowOutcome outcome = check.add(row);
    list(outcome.findings(), findings);
    Part part = parts.get(outcome.employerCode());
    if (part == null) {
      if (parts.size() > LedgerKeys.MAX_EMPLOYERS) {
        stop(FileReason.ROWS.refusal().finding());
        return;
      }
      part = begin(outcome.employerCode());
    }
    if (part.totals.persons() >= LedgerKeys.MAX_LINES) {
      stop(FileReason.ROWS.refusal().finding());
    } else if (outcome instanceof RowOutcome.Accepted accepted && !part.refused) {
      people.add(person(part, accepted.line()));
    } else {
      part.refused = true;
    }
  }

  private Part begin(String employerCode) {
    Part part = new Part(LedgerKeys.declarationId(file.fileId(), inOrder.size()));
    inOrder.add(part);
    parts.put(employerCode, part);
    return part;
  }

  private StagedPerson person(Part part, WageLine line) {
    ContributionBase base = rules.base(line.declaredWage());
    Dues dues = rules.dues(base.amount());
    part.totals = part.totals.plus(line.declaredWage(), base, dues);
    return new StagedPerson(
        LedgerKeys.lineKey(part.declarationId, (int) part.totals.persons()), line, base, dues);
  }

  private Part partOf(StagedPerson person) {
    return inOrder.get(LedgerKeys.employerIndexOf(person.lineKey()));
  }

  private AssessedRows complete(
      FileRows slice, List<StagedPerson> people, List<NumberedFinding> findings) {
    List<StagedDeclaration> declarations = new ArrayList<>();
    List<Long> withdrawn = new ArrayList<>();
    long accepted = 0;
    for (EmployerOutcome tally : check.finish(slice.findings())) {
      list(tally.findings(), findings);
      Part part = parts.get(tally.employerCode());
      if (part == null) {
        throw new IllegalStateException("A tally without rows");
      }
      part.refused |= tally.refused() || tally.employerCode().isEmpty();
      if (part.refused && part.storedEarlier) {
        withdrawn.add(part.declarationId);
      }
      DeclarationTotals totals = part.refused ? DeclarationTotals.NONE : part.totals;
      accepted += totals.persons();
      declarations.add(
          new StagedDeclaration(
              file.fileId(),
              part.declarationId,
              tally.employerCode(),
              tally.employerName(),
              part.refused,
              tally.rowsRead(),
              totals,
              rules.flags(totals)));
    }
    people.removeIf(person -> partOf(person).refused);
    tellLeftOut(findings);
    return new AssessedRows(
        file.fileId(),
        people,
        findings,
        declarations,
        withdrawn,
        Optional.of(
            new IntakeLedger.StoredFile(
                file.fileId(), slice.sha256(), rowsRead, accepted, rowsRead - accepted)));
  }

  /** The whole file is refused: nobody's people stay. */
  private AssessedRows refused(FileRows slice, List<NumberedFinding> findings) {
    if (slice.end() != FileRows.End.DUPLICATE) {
      tellLeftOut(findings);
    }
    return new AssessedRows(
        file.fileId(),
        List.of(),
        findings,
        List.of(),
        inOrder.stream()
            .filter(part -> part.storedEarlier)
            .map(part -> part.declarationId)
            .toList(),
        Optional.of(
            new IntakeLedger.StoredFile(file.fileId(), slice.sha256(), rowsRead, 0, rowsRead)));
  }

  private void list(List<Finding> found, List<NumberedFinding> findings) {
    for (Finding finding : found) {
      if (bounds.admits(finding)) {
        findings.add(numbered(finding));
      }
    }
  }

  private void tellLeftOut(List<NumberedFinding> findings) {
    bounds.leftOut().forEach(finding -> findings.add(numbered(finding)));
  }

  private NumberedFinding numbered(Finding finding) {
    return new NumberedFinding(file.fileId(), ++findingNumber, finding);
  }
}
