package basedecl.declarationfile;

import basedecl.cell.Field;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.SheetRow;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose a person's row is: what its own column says, else what is merged over that cell, else what
 * the block above the table says, else the only employer that the whole sheet names, else, where
 * the file names none at all, the folder's ({@link EmployerFolder}).
 */
final class EmployerOfRow {

  /** The sheet that is being read, looked at as a whole, which costs a second reading of it. */
  interface WholeSheet {
    EmployerSurvey survey() throws RefusedFileException, IOException;

    MergedCells merged() throws RefusedFileException, IOException;
  }

  /** What is known of a row's employer; {@code ""} for what is not known. */
  record Told(String code, String name) {}

  private final EmployerCodes codes;
  private final String folderCode;
  private final Optional<WholeSheet> whole;
  private final EmployerSurvey survey = new EmployerSurvey();

  private EmployerBlock block = new EmployerBlock();
  private @Nullable MergedCells merged;
  private @Nullable EmployerSurvey sheetSurvey;
  private boolean anyCode;
  private @Nullable SourceCell firstByFolder;

  /**
   * @param folderCode the code that the folders tell, or {@code ""}
   * @param whole empty while a sheet is looked at as a whole, where a row tells what it says itself
   */
  EmployerOfRow(EmployerCodes codes, String folderCode, Optional<WholeSheet> whole) {
    this.codes = codes;
    this.folderCode = folderCode;
    this.whole = whole;
  }

  /**
   * Another sheet begins. A cover sheet without a table may name the employer of the sheets behind
   * it.
   */
  void startSheet(boolean behindTable) {
    if (behindTable) {
      block = new EmployerBlock();
    }
    merged = null;
    sheetSurvey = null;
  }

  /** A row outside the table that names an employer. */
  void take(EmployerBlock.Said said) {
    if (said.isAnything()) {
      boolean another = block.take(said);
      survey.block(blockCode(), another);
      anyCode |= !blockCode().isEmpty();
    }
  }

  /** A header: what comes before the next one is another block. */
  void headed() {
    block.close();
  }

  private String blockCode() {
    return block.code().isEmpty()
        ? codes.ofCreditCode(block.creditCode())
        : codes.code(block.code());
  }

  /** The employer of a person's row in a table. */
  Told of(SheetRow row, DeclarationTable table) throws RefusedFileException, IOException {
    int number = row.number();
    String code = table.code(number);
    String name = table.name(number);
    if (code.isEmpty() && table.namesEmployers()) {
      code = table.mergedCode(number, mergedCells());
    }
    if (name.isEmpty() && table.columns().of(Field.EMPLOYER_NAME) >= 0) {
      name = table.mergedName(number, mergedCells());
    }
    if (code.isEmpty() && !table.isUnfit(number)) {
      code = blockCode();
    }
    if (name.isEmpty() && code.equals(blockCode())) {
      name = block.name();
    }
    survey.person(code, name);
    anyCode |= !code.isEmpty();
    if (code.isEmpty() && !table.isUnfit(number) && whole.isPresent()) {
      code = otherwise(row, name, whole.get());
    }
    return new Told(code, name);
  }

  /** The only employer that the sheet names, else the folder's where the file names none. */
  private String otherwise(SheetRow row, String name, WholeSheet sheet)
      throws RefusedFileException, IOException {
    EmployerSurvey surveyed = sheetSurvey;
    if (surveyed == null) {
      surveyed = sheet.survey();
      sheetSurvey = surveyed;
    }
    String only = surveyed.only(name);
    if (only.isEmpty() && surveyed.namesNobody() && !folderCode.isEmpty()) {
      if (firstByFolder == null) {
        firstByFolder = SourceCell.row(row.sheet(), row.number());
      }
      return folderCode;
    }
    anyCode |= !only.isEmpty();
    return only;
  }

  private MergedCells mergedCells() throws RefusedFileException, IOException {
    MergedCells known = merged;
    if (known == null) {
      known = whole.isPresent() ? whole.get().merged() : MergedCells.NONE;
      merged = known;
    }
    return known;
  }

  /** What the rows say by themselves. */
  EmployerSurvey survey() {
    return survey;
  }

  /**
   * Nothing comes any more.
   *
   * @throws RefusedFileException EMPLOYER_MISSING if the file does name an employer: whose the rows
   *     without one are is not for a folder to say
   */
  void finishFile() throws RefusedFileException {
    if (firstByFolder != null && anyCode) {
      throw new RefusedFileException(
          Finding.of(FindingCode.EMPLOYER_MISSING, "", firstByFolder, Reason.EMPLOYER_BY_FOLDER));
    }
  }
}
