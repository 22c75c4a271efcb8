package basedecl.answer.template;

import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.workbook.TableHead;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The page 工资总额组成 of a blank declaration: what counts towards the wage that is declared, what does
 * not, and what follows where neither is said. The notice (S3, third part, point one) asks
 * employers to declare by three documents; this is what the national texts among and behind them
 * say.
 */
final class WageCompositionSheet {

  static final String NAME = "工资总额组成";

  /** Digits. */
  private static final int ITEM_WIDTH = 84;

  private static final int SOURCE_WIDTH = 46;

  /** The height of a line, points. */
  private static final int LINE = 17;

  private final Language language;

  WageCompositionSheet(Language language) {
    this.language = language;
  }

  void write(XSSFWorkbook workbook, TemplateWorkbookFormats looks) {
    XSSFSheet sheet = workbook.createSheet(NAME);
    sheet.createRow(0).createCell(0).setCellValue(words("title"));
    sheet.getRow(0).getCell(0).setCellStyle(looks.title());
    row(sheet, words("intro"), words("source.intro"), looks.prose());
    for (String part : new String[] {"counts", "left-out"}) {
      row(sheet, words(part + ".title"), words("table.SOURCE"), looks.header(false));
      for (int i = 1; Message.isKnown("wages." + part + "." + i); i++) {
        String item = "(" + i + ") " + words(part + "." + i);
        row(sheet, item, words("source." + part), looks.prose());
      }
    }
    for (String part : new String[] {"rest", "local"}) {
      row(sheet, words(part + ".title"), words("table.SOURCE"), looks.header(false));
      row(sheet, words(part), words("source." + part), looks.prose());
    }
    sheet.setColumnWidth(0, ITEM_WIDTH * TemplateWorkbookFormats.WIDTH_OF_A_DIGIT);
    sheet.setColumnWidth(1, SOURCE_WIDTH * TemplateWorkbookFormats.WIDTH_OF_A_DIGIT);
    sheet.getRow(0).setHeightInPoints(2 * LINE);
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
    looks.print(sheet, 0);
    sheet.getPrintSetup().setFitHeight((short) 1);
  }

  private static void row(XSSFSheet sheet, String text, String source, XSSFCellStyle style) {
    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
    row.createCell(0).setCellValue(text);
    row.createCell(1).setCellValue(source);
    row.forEach(cell -> cell.setCellStyle(style));
    int lines = Math.max(TableHead.lines(text, ITEM_WIDTH), TableHead.lines(source, SOURCE_WIDTH));
    row.setHeightInPoints(LINE * lines);
  }

  private String words(String key) {
    return Message.of("wages." + key).in(language);
  }
}
