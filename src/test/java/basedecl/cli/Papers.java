package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** What stands on an employer's printed papers. */
final class Papers {

  private Papers() {}

  /** The number at the head of every page, which is that at its foot. */
  static String number(Path paper) throws IOException {
    try (InputStream in = Files.newInputStream(paper);
        Workbook book = WorkbookFactory.create(in)) {
      Sheet sheet = book.getSheetAt(0);
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(sheet.getFooter().getRight()).isEqualTo("第 &P 页，共 &N 页");
      assertThat(sheet.getFooter().getCenter()).isEqualTo(sheet.getHeader().getRight());
      return sheet.getHeader().getRight();
    }
  }

  /** Every cell's text. */
  static String text(Path paper) throws IOException {
    DataFormatter looks = new DataFormatter();
    StringBuilder text = new StringBuilder();
    try (InputStream in = Files.newInputStream(paper);
        Workbook book = WorkbookFactory.create(in)) {
      for (Row row : book.getSheetAt(0)) {
        for (Cell cell : row) {
          text.append(looks.formatCellValue(cell)).append('\n');
        }
      }
    }
    return text.toString();
  }
}
