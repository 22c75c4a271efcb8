package basedecl.declaration;

import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.declaration.row.RawRow;
import basedecl.declaration.row.RowCheck;
import basedecl.declaration.row.RowOutcome;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.message.ShortText;
import basedecl.money.Money;
import basedecl.person.PersonSet;
import basedecl.policy.Population;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The checks of one file's rows together: nobody twice in one employer's declaration, no employer
 * by halves, employers that may declare, wages that can be, and the tally of each. One instance a
 * file, one thread; memory grows by some 40 bytes a person.
 */
public final class DeclarationCheck {

  private final RowCheck rowCheck;
  private final Population population;
  private final Optional<Roster> roster;
  private final Map<String, EmployerEnd> ended;
  private final Optional<Money> unlikelyAbove;
  private final PersonSet persons = new PersonSet();
  private final Map<String, EmployerCount> employers = new LinkedHashMap<>();
  private final Map<String, Integer> sheetIndexes = new HashMap<>();
  private final List<String> sheets = new ArrayList<>();
  private final Strays strays = new Strays();

  /**
   * @param roster empty: every employer is taken that did not end
   * @param ended the employers that are no more, by code, whether or not there is a roster
   * @param upperLimit of the contribution base, yuan a month; empty where there is none
   */
  public DeclarationCheck(
      RowCheck rowCheck,
      Population population,
      Optional<Roster> roster,
      Map<String, EmployerEnd> ended,
      Optional<Money> upperLimit) {
    this.rowCheck = rowCheck;
    this.population = population;
    this.roster = roster;
    this.ended = Map.copyOf(ended);
    this.unlikelyAbove = upperLimit.map(UnlikelyWages::most);
  }

  /**
   * Checks the next row of the file, by itself and against the rows before it. What keeps a row
   * from its employer is no finding of the row: a column left out would be a hundred. {@link
   * #finish} tells it.
   */
  public RowOutcome add(RawRow read) {
    int sheetsBefore = sheets.size();
    int sheet = indexOf(read.sheet());
    String sheetName = sheets.get(sheet);
    boolean longName = !sheetName.equals(read.sheet());
    RawRow row = longName ? read.onSheet(sheetName) : read;
    RowOutcome alone = rowCheck.check(row);
    EmployerCount employer = employers.get(alone.employerCode());
    if (employer == null) {
      employer =
          new EmployerCount(alone.employerCode(), employers.size(), row, population, unlikelyAbove);
      employers.put(alone.employerCode(), employer);
    }
    RowOutcome outcome =
        employer.code.isEmpty()
            ? ofNobody(row, sheet, alone)
            : withDuplicate(row, sheet, employer, alone);
    employer.count(row, sheet, outcome);
    return longName && sheets.size() > sheetsBefore ? shortened(row, outcome) : outcome;
  }

  /**
   * The employers of the file in order of appearance; to be asked after the last row.
   *
   * @param ofSheets what was found of sheets as a whole; it concerns every employer with a row
   *     there, and every employer where no sheet is named or nobody stands on it
   */
  public List<EmployerOutcome> finish(List<Finding> ofSheets) {
    BitSet ofEmployers = new BitSet();
    List<String> codes = new ArrayList<>();
    for (EmployerCount employer : employers.values()) {
      if (!employer.code.isEmpty()) {
        codes.add(employer.code);
        ofEmployers.or(employer.sheets);
      }
      employer
          .shifted()
          .ifPresent(rows -> employer.sheets.stream().forEach(sheet -> strays.add(sheet, rows)));
    }
    Predicate<String> known = code -> roster.flatMap(r -> r.find(code)).isPresent();
    Map<String, String> zeros = SimilarCodes.differingByZeros(codes);
    zeros.entrySet().removeIf(pair -> known.test(pair.getKey()) && known.test(pair.getValue()));
    Map<String, String> slips =
        roster.isPresent()
            ? SimilarCodes.mistyped(
                codes.stream().filter(known).toList(),
                codes.stream().filter(known.negate()).toList())
            : Map.of();
    List<EmployerOutcome> tallies = new ArrayList<>();
    for (EmployerCount employer : employers.values()) {
      List<Finding> findings = new ArrayList<>(concerning(employer, ofSheets));
      if (employer.code.isEmpty()) {
        findings.addAll(strays.findings());
      } else {
        Optional.ofNullable(ended.get(employer.code))
            .map(EmployerEnd::fault)
            .or(() -> roster.flatMap(each -> rosterFault(each.find(employer.code))))
            .ifPresent(fault -> findings.add(employer.at(fault)));
        strays.incomplete(employer.code, employer.sheets, ofEmployers).ifPresent(findings::add);
        similar(employer, Reason.CODE_WITHOUT_ZEROS, zeros).ifPresent(findings::add);
        if (!zeros.containsKey(employer.code)) {
          similar(employer, Reason.CODE_MISTYPED, slips).ifPresent(findings::add);
        }
      }
      findings.addAll(employer.findings());
      tallies.add(employer.tally(findings));
    }
    return List.copyOf(tallies);
  }

  private List<Finding> concerning(EmployerCount employer, List<Finding> ofSheets) {
    List<Finding> concerning = new ArrayList<>();
    for (Finding finding : ofSheets) {
      SourceCell place = finding.place();
      boolean concerned =
          !sheets.contains(place.sheet())
              || employer.sheets.stream().anyMatch(i -> sheets.get(i).equals(place.sheet()));
      if (concerned) {
        concerning.add(finding.concerning(employer.code));
      }
    }
    return concerning;
  }

  private Optional<Finding> similar(
      EmployerCount employer, Reason reason, Map<String, String> others) {
    return Optional.ofNullable(others.get(employer.code))
        .map(employers::get)
        .map(
            other ->
                Finding.of(
                    FindingCode.EMPLOYER_INCOMPLETE,
                    employer.code,
                    other.firstPlace(),
                    reason,
                    other.code,
                    employer.code));
  }

  private RowOutcome ofNobody(RawRow row, int sheet, RowOutcome outcome) {
    strays.add(sheet, row.place(Field.EMPLOYER_CODE));
    return new RowOutcome.Rejected("", outcome.person(), strays.withoutCauses(outcome.findings()));
  }

  private RowOutcome withDuplicate(
      RawRow row, int sheetIndex, EmployerCount employer, RowOutcome outcome) {
    if (outcome.person().isEmpty()) {
      return outcome;
    }
    PersonSet.Place here = new PersonSet.Place(sheetIndex, row.row());
    PersonSet.Place first = persons.firstSeen(employer.index, outcome.person().get(), here);
    if (first.equals(here)) {
      return outcome;
    }
    List<Finding> findings = new ArrayList<>(outcome.findings());
    String sheet = sheets.get(first.sheet());
    findings.add(
        row.finding(
            RowFault.of(
                Field.ID_NUMBER,
                FindingCode.PERSON_DUPLICATE,
                sheet.isEmpty() ? Reason.ROW_OF_FILE : Reason.ROW_OF_SHEET,
                Integer.toString(first.row()),
                sheet),
            employer.code));
    return new RowOutcome.Rejected(employer.code, outcome.person(), List.copyOf(findings));
  }

  /** The sheet's index by its whole name; the name it is told by is no longer than can be kept. */
  private int indexOf(String sheet) {
    Integer known = sheetIndexes.putIfAbsent(sheet, sheets.size());
    if (known != null) {
      return known;
    }
    sheets.add(ShortText.of(sheet, SourceCell.LONGEST_SHEET_NAME));
    return sheets.size() - 1;
  }

  /** Says once a sheet, with its first row, that its name was shortened. */
  private static RowOutcome shortened(RawRow row, RowOutcome outcome) {
    List<Finding> findings = new ArrayList<>(outcome.findings());
    findings.add(
        Finding.of(
            FindingCode.TEXT_SHORTENED,
            outcome.employerCode(),
            SourceCell.row(row.sheet(), 0),
            Integer.toString(SourceCell.LONGEST_SHEET_NAME)));
    return outcome instanceof RowOutcome.Accepted accepted
        ? new RowOutcome.Accepted(accepted.employerCode(), accepted.line(), List.copyOf(findings))
        : new RowOutcome.Rejected(outcome.employerCode(), outcome.person(), List.copyOf(findings));
  }

  /**
   * Retirees are declared only by employers in 公务员医疗补助 that are not in the city's pension insurance
   * (S3); what the roster leaves blank is not held against an employer.
   */
  private Optional<RowFault> rosterFault(Optional<Employer> known) {
    if (known.isEmpty()) {
      return Optional.of(RowFault.of(Field.EMPLOYER_CODE, FindingCode.EMPLOYER_UNKNOWN));
    }
    if (population != Population.RETIREES) {
      return Optional.empty();
    }
    return known
        .get()
        .exemptFromRetirees()
        .map(reason -> RowFault.of(Field.EMPLOYER_CODE, FindingCode.EMPLOYER_NOT_ELIGIBLE, reason));
  }
}
