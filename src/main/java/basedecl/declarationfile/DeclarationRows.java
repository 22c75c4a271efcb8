package basedecl.declarationfile;

import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.declaration.row.RawRow;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.RowSource;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.spreadsheet.row.SheetTraits;
import basedecl.table.CellWords;
import basedecl.table.ColumnPlaces;
import basedecl.table.HeaderFinder;
import basedecl.table.HeaderMatch;
import basedecl.table.HeaderSpec;
import basedecl.table.HeaderWords;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The persons' rows of a declaration file: finds the header of each sheet, tells whose each row is
 * ({@link EmployerOfRow}), passes over rows that are nobody's ({@link PersonRows}). A sheet without
 * a header is passed over if another sheet has one and nothing in it looks like an identity number.
 */
public final class DeclarationRows implements Closeable {

  /** Rows under a header that may be lines of sub-titles. */
  private static final int SUB_TITLE_LINES = 2;

  private final RowSource rows;
  private final DeclarationForm form;
  private final HeaderSpec<Field> spec;
  private final EmployerCodes codes;
  private final EmployerOfRow employers;

  private HeaderFinder<Field> finder;
  private SheetNotes notes;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable DeclarationTable table;
  private @Nullable String sheet;
  private String sheetMark = "";
  private int lastNumber;
  private int rowsSinceHeader;
  private int headerRow;
  private boolean sheetHasHeader;
  private boolean dataWithoutHeader;
  private boolean anyNumber;

  /** Why nobody may stand below the titles last seen, until they turn out to be a whole header. */
  private @Nullable RefusedFileException anotherTable;

  private boolean anyHeader;
  private boolean anyPerson;
  private @Nullable RefusedFileException nearest;

  /**
   * @param folders the folders the file lies in, the nearest first, that may tell its employer
   */
  public DeclarationRows(RowSource rows, DeclarationForm form, List<String> folders) {
    this(
        rows,
        form,
        EmployerFolder.code(folders, form.roster()).orElse(""),
        Optional.of(wholeSheet(rows, form)));
  }

  private DeclarationRows(
      RowSource rows,
      DeclarationForm form,
      String folderCode,
      Optional<EmployerOfRow.WholeSheet> whole) {
    this.rows = rows;
    this.form = form;
    this.spec = form.header();
    this.codes = new EmployerCodes(form.roster());
    this.employers = new EmployerOfRow(codes, folderCode, whole);
    this.finder = new HeaderFinder<>(spec);
    this.notes = new SheetNotes("", form.year());
  }

  private static EmployerOfRow.WholeSheet wholeSheet(RowSource rows, DeclarationForm form) {
    return new EmployerOfRow.WholeSheet() {
      @Override
      public EmployerSurvey survey() throws RefusedFileException, IOException {
        try (DeclarationRows again =
            new DeclarationRows(rows.sheetAgain(), form, "", Optional.empty())) {
          while (again.next() != null) {
            // only the employers count
          }
          return again.employers.survey();
        }
      }

      @Override
      public MergedCells merged() throws RefusedFileException, IOException {
        return rows.mergedCells();
      }
    };
  }

  /**
   * The next person's row, or null after the last.
   *
   * @throws RefusedFileException HEADER_NOT_FOUND, HEADER_AMBIGUOUS, UNIT_NOT_YUAN, NO_ROWS, or
   *     what reading gave
   */
  public @Nullable RawRow next() throws RefusedFileException, IOException {
    while (true) {
      SheetRow row = rows.next();
      if (row == null) {
        finishSheet();
        finishFile();
        return null;
      }
      if (!row.sheet().equals(sheet) || row.number() <= lastNumber) {
        finishSheet();
        startSheet(row.sheet());
      }
      lastNumber = row.number();
      DeclarationTable current = table;
      if (current == null) {
        searchHeader(row);
      } else if (isPerson(row, current)) {
        if (anotherTable != null) {
          throw anotherTable;
        }
        anyPerson = true;
        current.persons().count(row);
        return person(row, current);
      }
    }
  }

  /**
   * What was found of sheets as a whole, to be asked after the last row: each place names the sheet
   * whose employers it concerns.
   */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** The row of the header that stands over the person handed out last. */
  int headerRow() {
    return headerRow;
  }

  private void startSheet(String name) {
    employers.startSheet(sheetHasHeader);
    sheet = name;
    sheetMark = SampleMark.ofSheet(name);
    finder = new HeaderFinder<>(spec);
    notes = new SheetNotes(name, form.year());
    table = null;
    sheetHasHeader = false;
    dataWithoutHeader = false;
    anyNumber = false;
    anotherTable = null;
  }

  private void finishSheet() throws RefusedFileException {
    String finished = sheet;
    if (finished == null) {
      return;
    }
    findings.addAll(notes.findings());
    if (!sheetHasHeader) {
      RefusedFileException missing = finder.notFound(finished);
      if (anyNumber && !isInstructions(finished)) {
        throw missing;
      }
      if (nearest == null || missing.finding().place().row() > 0) {
        nearest = missing;
      }
    }
  }

  private static boolean isInstructions(String sheet) {
    return sheet.contains("说明") || !SampleMark.ofSheet(sheet).isEmpty();
  }

  private void finishFile() throws RefusedFileException {
    if (!anyHeader) {
      throw nearest == null ? finder.notFound("") : nearest;
    }
    if (!anyPerson) {
      throw new RefusedFileException(Finding.of(FindingCode.NO_ROWS, "", SourceCell.WHOLE_FILE));
    }
    employers.finishFile();
  }

  private void searchHeader(SheetRow row) throws RefusedFileException {
    HeaderMatch<Field> match = finder.offer(row);
    if (match instanceof HeaderMatch.Found<Field> found) {
      notes.header(row);
      begin(found.columns());
      return;
    }
    refuse(row, match);
    notes.line(row);
    notes.title(row);
    if (!looksLikeHeader(match)) {
      employers.take(EmployerBlock.read(row));
    }
    dataWithoutHeader |= CellWords.looksLikePerson(row);
    anyNumber |= CellWords.anyIdNumber(row);
  }

  private void refuse(SheetRow row, HeaderMatch<Field> match) throws RefusedFileException {
    if (match instanceof HeaderMatch.Ambiguous<Field> twice) {
      RefusedFileException ambiguous = finder.ambiguous(row.sheet(), twice);
      List<Finding> all = new ArrayList<>(ambiguous.findings());
      SheetTraits traits = rows.traits();
      twice.candidates().stream()
          .filter(candidate -> traits.isColumnHidden(candidate.place()))
          .map(candidate -> new SourceCell(row.sheet(), row.number(), candidate.place()))
          .map(place -> Finding.of(FindingCode.HIDDEN_COLUMN, "", place, twice.column().title()))
          .forEach(all::add);
      throw new RefusedFileException(all);
    }
    if (match instanceof HeaderMatch.OtherUnit<Field> unit) {
      throw HeaderFinder.otherUnit(row.sheet(), unit);
    }
  }

  private void begin(ColumnPlaces columns) throws RefusedFileException {
    if (dataWithoutHeader) {
      // persons above their header: they would be lost
      throw finder.notFound(sheet == null ? "" : sheet);
    }
    anyHeader = true;
    sheetHasHeader = true;
    table = new DeclarationTable(columns, codes, rows.traits());
    rowsSinceHeader = 0;
    headerRow = lastNumber;
    employers.headed();
    finder.forgetRowsAbove();
  }

  private static boolean looksLikeHeader(HeaderMatch<Field> match) {
    return match instanceof HeaderMatch.No<Field> no && no.present().size() >= 3;
  }

  private boolean isPerson(SheetRow row, DeclarationTable current) throws RefusedFileException {
    current.see(row);
    rowsSinceHeader++;
    if (current.persons().isPlainlyPerson(row)) {
      return true;
    }
    if (isSubTitles(row, current) || isHeaderAgain(row, current) || isBlock(row, current)) {
      notes.line(row);
      return false;
    }
    if (current.persons().isPerson(row)) {
      return true;
    }
    current.persons().passOver();
    notes.line(row);
    return false;
  }

  /** A line of sub-titles right under the header; it may say which columns are meant. */
  private boolean isSubTitles(SheetRow row, DeclarationTable current) throws RefusedFileException {
    if (rowsSinceHeader > SUB_TITLE_LINES
        || PersonNames.looksLikeOne(CellWords.squeezed(current.cell(row, Field.NAME)))) {
      return false;
    }
    HeaderMatch<Field> match = finder.below(row);
    refuse(row, match);
    if (!(match instanceof HeaderMatch.Found<Field> found)) {
      return false;
    }
    if (!found.columns().same(current.columns())) {
      table = new DeclarationTable(found.columns(), codes, rows.traits());
      headerRow = row.number();
      return true;
    }
    return CellWords.isNothing(current.cell(row, Field.NAME))
        && CellWords.isNothing(current.cell(row, Field.ID_NUMBER));
  }

  /** The header once more, in one line or several, the same or another. */
  private boolean isHeaderAgain(SheetRow row, DeclarationTable current)
      throws RefusedFileException {
    if (CellWords.mayBeNumber(current.cell(row, Field.ID_NUMBER))) {
      return false;
    }
    HeaderMatch<Field> match = finder.offer(row);
    refuse(row, match);
    if (match instanceof HeaderMatch.Found<Field> found) {
      anotherTable = null;
      if (found.columns().same(current.columns())) {
        headerRow = row.number();
        employers.headed();
        finder.forgetRowsAbove();
        current.persons().headedAgain();
      } else {
        begin(found.columns());
      }
      return true;
    }
    CellValue name = current.cell(row, Field.NAME);
    boolean named = isTitle(name, Field.NAME);
    boolean numbered = isTitle(current.cell(row, Field.ID_NUMBER), Field.ID_NUMBER);
    if (named && numbered && headsAnotherTable(row, current)) {
      anotherTable = finder.notFound(row.sheet());
    }
    return !current.persons().holdsAmount(row)
        && (named || (numbered && CellWords.isNothing(name)));
  }

  /**
   * Whether titles of people stand over the same columns as before, but another title over a column
   * of amounts or of the employer: what follows would be read as what it is not.
   */
  private boolean headsAnotherTable(SheetRow row, DeclarationTable current) {
    for (Field field : Field.values()) {
      CellValue cell = current.cell(row, field);
      boolean deciding =
          DeclarationHeader.AMOUNTS.contains(field)
              || field == Field.EMPLOYER_CODE
              || field == Field.CREDIT_CODE;
      if (deciding
          && cell instanceof CellValue.Text text
          && !HeaderWords.plain(text.text()).isEmpty()
          && !isTitle(cell, field)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTitle(CellValue cell, Field field) {
    return cell instanceof CellValue.Text text
        && spec.named(text.text()).filter(named -> named == field).isPresent();
  }

  /** A block that names an employer, if nothing in the row but its own cells is a person's. */
  private boolean isBlock(SheetRow row, DeclarationTable current) {
    EmployerBlock.Said said = EmployerBlock.read(row);
    if (!said.isAnything() || current.holdsPerson(row, said.cells())) {
      return false;
    }
    employers.take(said);
    return true;
  }

  private RawRow person(SheetRow row, DeclarationTable current)
      throws RefusedFileException, IOException {
    refuseUnequalTwins(row, current);
    EmployerOfRow.Told employer = employers.of(row, current);
    notes.person(row, current);
    String mark = sheetMark.isEmpty() ? SampleMark.of(row) : sheetMark;
    boolean hidden = row.hidden() && !rows.traits().hidden();
    return current.row(row, hidden, employer.code(), employer.name(), mark);
  }

  /** Two columns of numbers count as one while they say the same. */
  private void refuseUnequalTwins(SheetRow row, DeclarationTable current)
      throws RefusedFileException {
    int twin = current.columns().twin();
    if (twin >= 0) {
      int place = current.columns().of(Field.ID_NUMBER);
      if (!sameNumber(row.cell(place), row.cell(twin))) {
        throw finder.ambiguous(
            row.sheet(),
            new HeaderMatch.Ambiguous<>(
                row.number(),
                Field.ID_NUMBER,
                List.of(
                    new HeaderMatch.Candidate(place, ""), new HeaderMatch.Candidate(twin, ""))));
      }
    }
  }

  private static boolean sameNumber(CellValue one, CellValue other) {
    return EmployerCodes.normal(one.asText())
        .equalsIgnoreCase(EmployerCodes.normal(other.asText()));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
