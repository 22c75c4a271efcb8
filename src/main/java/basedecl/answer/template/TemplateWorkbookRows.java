package basedecl.answer.template;

import basedecl.answer.template.TemplateRows.Person;
import basedecl.policy.Population;
import basedecl.workbook.FormulaStart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Fills people in to the sheet of a declaration workbook. */
final class TemplateWorkbookRows {

  /** Such an amount is a number in a cell just as it was typed; any other stays the text it is. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

  private final List<TemplateWorkbookColumn> columns;
  private final TemplateRows rows;
  private final Map<Integer, CellStyle> quoted = new HashMap<>();

  TemplateWorkbookRows(Population population, TemplateRows rows) {
    this.columns = TemplateWorkbookColumn.of(population);
    this.rows = rows;
  }

  void write(XSSFSheet sheet) {
    int serial = 0;
    for (Person person : rows.people()) {
      Row row = sheet.createRow(TemplateWorkbook.FIRST_ROW - 1 + serial);
      serial++;
      for (int i = 0; i < columns.size(); i++) {
        String text = text(columns.get(i), serial, person);
        if (!text.isEmpty()) {
          Cell cell = row.createCell(i);
          cell.setCellStyle(sheet.getColumnStyle(i));
          fill(cell, text, columns.get(i).isNumber());
        }
      }
    }
  }

  private String text(TemplateWorkbookColumn column, int serial, Person person) {
    return switch (column) {
      case SERIAL -> Integer.toString(serial);
      case EMPLOYER_CODE -> rows.employerCode();
      case EMPLOYER_NAME -> rows.employerName();
      case NAME -> person.name();
      case DOCUMENT_KIND -> person.documentKind().title();
      case ID_NUMBER -> person.idNumber();
      case WAGE, PENSION -> person.amount();
      case SERVED_FROM -> person.servedFrom();
      case SERVED_UNTIL -> person.servedUntil();
      case YEAR_TOTAL, MONTHS_PAID, SIGNATURE, RETIREE_SIGNATURE -> "";
      case REMARKS -> person.remarks();
    };
  }

  /** Marked as text also where a spreadsheet would take it for a formula once it is edited. */
  private void fill(Cell cell, String text, boolean isNumber) {
    if (isNumber && NUMBER.matcher(text).matches()) {
      cell.setCellValue(Double.parseDouble(text));
      return;
    }
    cell.setCellValue(text);
    if (FormulaStart.of(text)) {
      cell.setCellStyle(
          quoted.computeIfAbsent(
              cell.getColumnIndex(), column -> quoted(cell.getCellStyle(), cell)));
    }
  }

  private static CellStyle quoted(CellStyle plain, Cell cell) {
    CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
    style.cloneStyleFrom(plain);
    style.setQuotePrefixed(true);
    return style;
  }
}
