package basedecl.spreadsheet;

import basedecl.declaration.CellValue;
import basedecl.declaration.Field;
import basedecl.declaration.Finding;
import basedecl.declaration.FindingCode;
import basedecl.declaration.Population;
import basedecl.declaration.RawRow;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The persons' rows of a declaration file: finds the header of each sheet, resolves the employer,
 * passes over blank and total rows.
 *
 * <p>The employer of a row is what its own column says, else what is merged over that cell, else
 * what the block above the table says. A sheet without a header is passed over if another sheet has
 * one and nothing in it looks like an identity number. A row under a header is passed over only if
 * it has neither name, number nor wage, is a total without an identity number, repeats the header,
 * or is a footer or note by its words ({@link RowWords}).
 */
public final class DeclarationRows implements Closeable {

  private static final Field[] FIELDS = Field.values();

  private final RowSource rows;
  private final HeaderSpec<Field> spec;
  private final List<Field> keyFields;
  private final String folderCode;
  private final List<Finding> findings = new ArrayList<>();

  private HeaderFinder<Field> finder;
  private EmployerBlock block = new EmployerBlock();
  private @Nullable Table table;
  private @Nullable String sheet;
  private int lastNumber;
  private boolean sheetHasHeader;
  private boolean dataWithoutHeader;
  private boolean anyNumber;
  private @Nullable MergedCells merged;

  private boolean anyHeader;
  private boolean anyPerson;
  private @Nullable RefusedFileException nearest;

  /**
   * @param folders the folders the file lies in, the nearest first, that may tell its employer
   */
  public DeclarationRows(RowSource rows, DeclarationForm form, List<String> folders) {
    this.rows = rows;
    this.spec = form.header();
    this.folderCode = EmployerFolder.code(folders, form.roster()).orElse("");
    this.finder = new HeaderFinder<>(spec);
    this.keyFields =
        form.population() == Population.RETIREES
            ? List.of(Field.NAME, Field.ID_NUMBER, Field.PENSION)
            : List.of(Field.NAME, Field.ID_NUMBER, Field.WAGE, Field.YEAR_TOTAL, Field.MONTHS_PAID);
  }

  /** A header that was found, and what it says about the rows below. */
  private static final class Table {
    final Columns columns;
    final RawRow.ColumnMap map;
    final FilledDown code;
    final FilledDown name;
    int rowsSince;

    Table(Columns columns) {
      this.columns = columns;
      this.map = new RawRow.ColumnMap(columns.places());
      this.code = new FilledDown(columns.of(Field.EMPLOYER_CODE));
      this.name = new FilledDown(columns.of(Field.EMPLOYER_NAME));
    }
  }

  /**
   * The next person's row, or null after the last.
   *
   * @throws RefusedFileException HEADER_NOT_FOUND (arguments: the missing titles, the titles
   *     found), HEADER_AMBIGUOUS (the title, the letters of both columns) or NO_ROWS, or what
   *     reading gave
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
      Table current = table;
      if (current == null) {
        searchHeader(row);
      } else if (isPerson(row, current)) {
        anyPerson = true;
        return person(row, current);
      }
    }
  }

  private void startSheet(String name) {
    // A cover sheet without a table may name the employer of the sheets behind it.
    if (sheetHasHeader) {
      block = new EmployerBlock();
    }
    sheet = name;
    finder = new HeaderFinder<>(spec);
    table = null;
    sheetHasHeader = false;
    dataWithoutHeader = false;
    anyNumber = false;
    merged = null;
  }

  private void finishSheet() throws RefusedFileException {
    if (sheet == null) {
      return;
    }
    if (!sheetHasHeader) {
      RefusedFileException missing = finder.notFound(sheet);
      if (anyNumber && !isInstructions(sheet)) {
        throw missing;
      }
      if (nearest == null || missing.finding().place().row() > 0) {
        nearest = missing;
      }
    }
  }

  private static boolean isInstructions(String sheet) {
    return sheet.contains("说明") || sheet.contains("示例") || sheet.contains("样例");
  }

  private void finishFile() throws RefusedFileException {
    if (!anyHeader) {
      throw nearest == null ? finder.notFound("") : nearest;
    }
    if (!anyPerson) {
      throw new RefusedFileException(FindingCode.NO_ROWS);
    }
  }

  private void searchHeader(SheetRow row) throws RefusedFileException {
    HeaderMatch<Field> match = finder.offer(row);
    if (match instanceof HeaderMatch.Found<Field> found) {
      begin(found.columns());
    } else if (match instanceof HeaderMatch.Ambiguous<Field> twice) {
      throw finder.ambiguous(row.sheet(), twice);
    } else {
      if (!looksLikeHeader(match)) {
        block.absorb(row);
      }
      dataWithoutHeader |= RowWords.looksLikePerson(row);
      anyNumber |= RowWords.anyIdNumber(row);
    }
  }

  private void begin(Columns columns) throws RefusedFileException {
    if (dataWithoutHeader) {
      // persons above their header: they would be lost
      throw finder.notFound(sheet == null ? "" : sheet);
    }
    anyHeader = true;
    sheetHasHeader = true;
    table = new Table(columns);
    block.close();
    finder.forgetRowsAbove();
  }

  /**
   * What was found of sheets as a whole, to be asked after the last row: each place names the sheet
   * whose employers it concerns.
   */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  private static boolean looksLikeHeader(HeaderMatch<Field> match) {
    return match instanceof HeaderMatch.No<Field> no && no.present().size() >= 3;
  }

  private boolean isPerson(SheetRow row, Table current) throws RefusedFileException {
    current.code.see(row);
    current.name.see(row);
    CellValue id = row.cell(current.columns.of(Field.ID_NUMBER));
    boolean first = current.rowsSince++ == 0;
    if (RowWords.looksLikeIdNumber(id)) {
      return true;
    }
    if (RowWords.anyIdNumber(row)) {
      return true;
    }
    return !isHeaderAgain(row, current)
        && !block.absorb(row)
        && !(first && isSecondHeaderLine(row, current))
        && !isEmpty(row, current)
        && !isTotal(row, current)
        && !RowWords.isFooter(row)
        && !RowWords.isNote(row);
  }

  /** The header once more, in one line or several, the same or another. */
  private boolean isHeaderAgain(SheetRow row, Table current) throws RefusedFileException {
    HeaderMatch<Field> match = finder.offer(row);
    if (match instanceof HeaderMatch.Ambiguous<Field> twice) {
      throw finder.ambiguous(row.sheet(), twice);
    }
    if (match instanceof HeaderMatch.Found<Field> found) {
      if (found.columns().same(current.columns)) {
        block.close();
        finder.forgetRowsAbove();
      } else {
        begin(found.columns());
      }
      return true;
    }
    return match instanceof HeaderMatch.No<Field> no && no.present().size() >= 2;
  }

  private static boolean isSecondHeaderLine(SheetRow row, Table current) {
    boolean nobody =
        row.cell(current.columns.of(Field.NAME)).isBlank()
            && row.cell(current.columns.of(Field.ID_NUMBER)).isBlank();
    return (nobody && RowWords.isWordsOnly(row)) || RowWords.numbersColumns(row);
  }

  private boolean isEmpty(SheetRow row, Table current) {
    for (Field field : keyFields) {
      if (!row.cell(current.columns.of(field)).isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTotal(SheetRow row, Table current) {
    CellValue id = row.cell(current.columns.of(Field.ID_NUMBER));
    CellValue name = row.cell(current.columns.of(Field.NAME));
    boolean noNumber = id.isBlank() || RowWords.squeezed(id).length() <= 6 || RowWords.isTotal(id);
    if (!noNumber) {
      return false;
    }
    boolean inItsColumns =
        RowWords.isTotal(name)
            || RowWords.isTotal(row.cell(current.columns.of(Field.SERIAL)))
            || RowWords.isTotal(row.cell(current.columns.of(Field.EMPLOYER_CODE)))
            || RowWords.isTotal(row.cell(current.columns.of(Field.EMPLOYER_NAME)));
    return inItsColumns || (name.isBlank() && row.cells().stream().anyMatch(RowWords::isTotal));
  }

  private RawRow person(SheetRow row, Table current) throws RefusedFileException, IOException {
    CellValue[] cells = new CellValue[FIELDS.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.cell(current.map.of(FIELDS[i]));
    }
    String code = current.code.here(row.number());
    String name = current.name.here(row.number());
    if (code.isEmpty() && current.columns.of(Field.EMPLOYER_CODE) >= 0) {
      code = current.code.merged(row.number(), mergedCells());
    }
    if (name.isEmpty() && current.columns.of(Field.EMPLOYER_NAME) >= 0) {
      name = current.name.merged(row.number(), mergedCells());
    }
    if (code.isEmpty()) {
      code = block.code();
    }
    if (code.isEmpty()) {
      code = folderCode;
    }
    if (name.isEmpty() && code.equals(block.code())) {
      name = block.name();
    }
    return new RawRow(
        row.sheet(),
        row.number(),
        row.hidden(),
        code,
        name,
        Collections.unmodifiableList(Arrays.asList(cells)),
        current.map,
        -1,
        "");
  }

  private MergedCells mergedCells() throws RefusedFileException, IOException {
    MergedCells known = merged;
    if (known == null) {
      known = rows.mergedCells();
      merged = known;
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
