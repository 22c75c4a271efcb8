package basedecl.reference;

import basedecl.reference.SentFile.Between;
import basedecl.reference.SentFile.Person;
import basedecl.reference.SentFile.SentRow;
import basedecl.reference.SentFile.SentSheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the files of a random night with POI, or as CSV. */
final class SentFileWriter {

  private static final List<String> HEADER = List.of("单位编号", "单位名称", "姓名", "证件号码", "月均工资");

  private SentFileWriter() {}

  static void write(SentFile file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    if (file.isCsv()) {
      Files.writeString(target, csv(file.sheets().get(0)));
      return;
    }
    try (Workbook book = file.path().endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(target)) {
      file.sheets().forEach(sheet -> fill(book.createSheet(sheet.name()), sheet));
      book.write(out);
    }
  }

  /** The row of a sheet, as Excel counts, in which a line of a file stands. */
  static int rowOf(SentSheet sheet, int line) {
    return sheet.linesAbove() + 1 + line + 1;
  }

  private static void fill(Sheet into, SentSheet sheet) {
    for (int i = 0; i < sheet.linesAbove(); i++) {
      into.createRow(i).createCell(0).setCellValue("2024年度缴费基数申报表");
    }
    Row header = into.createRow(sheet.linesAbove());
    for (int column = 0; column < HEADER.size(); column++) {
      header.createCell(column).setCellValue(HEADER.get(column));
    }
    for (int line = 0; line < sheet.rows().size(); line++) {
      Row row = into.createRow(rowOf(sheet, line) - 1);
      SentRow sent = sheet.rows().get(line);
      if (sent instanceof Person person) {
        List<String> texts = texts(person);
        for (int column = 0; column < texts.size(); column++) {
          row.createCell(column).setCellValue(texts.get(column));
        }
        if (person.wageText().isEmpty()) {
          row.createCell(HEADER.size() - 1).setCellValue(person.wage().doubleValue());
        } else {
          row.createCell(HEADER.size() - 1).setCellValue(person.wageText());
        }
      } else if (sent instanceof Between between && !between.firstCell().isEmpty()) {
        row.createCell(0).setCellValue(between.firstCell());
        row.createCell(HEADER.size() - 1).setCellValue(123456.78);
      }
    }
  }

  private static String csv(SentSheet sheet) {
    StringBuilder text = new StringBuilder("2024年度缴费基数申报表,,,,\n".repeat(sheet.linesAbove()));
    text.append(String.join(",", HEADER)).append('\n');
    for (SentRow sent : sheet.rows()) {
      if (sent instanceof Person person) {
        List<String> cells = new ArrayList<>(texts(person));
        cells.add(person.wageText().isEmpty() ? person.wage().toPlainString() : person.wageText());
        text.append('"').append(String.join("\",\"", cells)).append("\"\n");
      } else if (sent instanceof Between between) {
        text.append(between.firstCell()).append(",,,,\n");
      }
    }
    return text.toString();
  }

  private static List<String> texts(Person person) {
    return List.of(person.employer(), person.employerName(), person.name(), person.idNumber());
  }
}
