package basedecl.finding;

import basedecl.message.ShortText;

/**
 * A place in a file: sheet name ({@code ""} for the file as a whole), row as a spreadsheet counts
 * it (from 1; 0 for the sheet as a whole), column from 0 (-1 for the row as a whole). A sheet's
 * name is kept to the {@value #LONGEST_SHEET_NAME} characters that the ledger has room for.
 */
public record SourceCell(String sheet, int row, int column) {

  public static final int LONGEST_SHEET_NAME = 100;

  public static final SourceCell WHOLE_FILE = new SourceCell("", 0, -1);

  public SourceCell {
    sheet = ShortText.of(sheet, LONGEST_SHEET_NAME);
  }

  public static SourceCell row(String sheet, int row) {
    return new SourceCell(sheet, row, -1);
  }

  /** The column as a spreadsheet names it ({@code A}, {@code AB}); empty for a whole row. */
  public String columnLetter() {
    StringBuilder letters = new StringBuilder();
    for (int c = column; c >= 0; c = c / 26 - 1) {
      letters.insert(0, (char) ('A' + c % 26));
    }
    return letters.toString();
  }
}
