package basedecl.job.support.intake;

import basedecl.assessment.ContributionBase;
import basedecl.assessment.DeclarationTotals;
import basedecl.assessment.Dues;
import basedecl.declaration.DeclarationCheck;
import basedecl.declaration.EmployerTally;
import basedecl.declaration.Finding;
import basedecl.declaration.FindingCode;
import basedecl.declaration.RawRow;
import basedecl.declaration.RowOutcome;
import basedecl.declaration.WageLine;
import basedecl.ledger.IntakeFile;
import basedecl.ledger.IntakeLedger;
import basedecl.ledger.LedgerKeys;
import basedecl.ledger.StagedDeclaration;
import basedecl.ledger.StagedPerson;
import basedecl.ledger.StagingLedger.NumberedFinding;
import basedecl.spreadsheet.RefusedFileException;
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
  private final Map<String, Part> parts = new HashMap<>();
  private final List<Part> inOrder = new ArrayList<>();
  private int findingNumber;
  private long rowsRead;
  private boolean tooLarge;

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

  AssessedSlice assess(RawSlice slice) {
    List<NumberedFinding> findings = new ArrayList<>();
    List<StagedPerson> people = new ArrayList<>(slice.rows().size());
    for (RawRow row : slice.rows()) {
      if (!tooLarge) {
        assess(row, people, findings);
      }
    }
    people.removeIf(person -> partOf(person).refused);
    if (slice.end() != RawSlice.End.COMPLETE) {
      slice.findings().forEach(finding -> findings.add(numbered(finding)));
    }
    if (tooLarge && slice.end() != RawSlice.End.MORE) {
      findings.add(
          numbered(new RefusedFileException(FindingCode.FILE_TOO_LARGE, "rows").finding()));
    }
    return switch (slice.end()) {
      case MORE -> {
        people.forEach(person -> partOf(person).storedEarlier = true);
        yield new AssessedSlice(people, findings, List.of(), List.of(), Optional.empty());
      }
      case COMPLETE -> tooLarge ? refused(slice, findings) : complete(slice, people, findings);
      case REFUSED -> refused(slice, findings);
      case DUPLICATE -> refused(slice, List.of());
    };
  }

  private void assess(RawRow row, List<StagedPerson> people, List<NumberedFinding> findings) {
    rowsRead++;
    RowOutcome outcome = check.add(row);
    for (Finding finding : outcome.findings()) {
      findings.add(numbered(finding));
    }
    Part part = parts.get(outcome.employerCode());
    if (part == null) {
      if (parts.size() > LedgerKeys.MAX_EMPLOYERS) {
        tooLarge = true;
        return;
      }
      part = begin(outcome.employerCode());
    }
    if (part.totals.persons() >= LedgerKeys.MAX_LINES) {
      tooLarge = true;
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

  private AssessedSlice complete(
      RawSlice slice, List<StagedPerson> people, List<NumberedFinding> findings) {
    List<StagedDeclaration> declarations = new ArrayList<>();
    List<Long> withdrawn = new ArrayList<>();
    long accepted = 0;
    for (EmployerTally tally : check.finish(slice.findings())) {
      tally.findings().forEach(finding -> findings.add(numbered(finding)));
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
    return new AssessedSlice(
        people,
        findings,
        declarations,
        withdrawn,
        Optional.of(
            new IntakeLedger.StoredFile(
                file.fileId(), slice.sha256(), rowsRead, accepted, rowsRead - accepted)));
  }

  /** The whole file is refused: nobody's people stay. */
  private AssessedSlice refused(RawSlice slice, List<NumberedFinding> findings) {
    return new AssessedSlice(
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

  private NumberedFinding numbered(Finding finding) {
    return new NumberedFinding(file.fileId(), ++findingNumber, finding);
  }
}
