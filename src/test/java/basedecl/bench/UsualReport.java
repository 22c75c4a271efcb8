package basedecl.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.jdbc.core.JdbcTemplate;

/** Summary and detail by SXSSF from queries, with the columns of the product's. */
final class UsualReport {

  private static final String[] SUMMARY = {
    "单位编号", "单位名称", "经办机构", "申报人数", "申报工资合计", "缴费基数合计", "按下限缴费人数", "按上限缴费人数", "下限占比", "需自查自纠",
    "单位应缴", "个人应缴", "应缴合计", "版本", "状态"
  };
  private static final String[] DETAIL = {
    "序号", "单位编号", "单位名称", "姓名", "证件类型", "证件号码", "月均工资", "缴费基数", "基数调整", "单位应缴", "个人应缴", "职工签字", "备注"
  };
  private static final Map<String, String> ADJUSTMENTS = Map.of("N", "原值", "L", "保底", "U", "封顶");

  private final JdbcTemplate jdbc;

  UsualReport(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    // Without it MariaDB's driver holds the whole table.
    jdbc.setFetchSize(1_000);
  }

  void summary(Path file) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
      Table table = new Table(book, "汇总表", SUMMARY);
      jdbc.query(
          "SELECT employer_code, MAX(employer_name), COUNT(*), SUM(declared_wage), SUM(base),"
              + " SUM(CASE WHEN base = 4242 THEN 1 ELSE 0 END),"
              + " SUM(CASE WHEN base = 21207 THEN 1 ELSE 0 END), SUM(employer_due),"
              + " SUM(personal_due) FROM usual_person GROUP BY employer_code"
              + " ORDER BY employer_code",
          row -> {
            double people = row.getDouble(3);
            double share = row.getDouble(6) / people;
            table.row();
            table.text(row.getString(1)).text(row.getString(2)).text("");
            table.number(people).money(row, 4).money(row, 5);
            table.number(row.getDouble(6)).number(row.getDouble(7)).number(share);
            table.text(share > 0.7 ? "是" : "否").money(row, 8).money(row, 9);
            table.money(row.getBigDecimal(8).add(row.getBigDecimal(9))).number(1).text("已受理");
          });
      save(book, file);
    }
  }

  void detail(Path file) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
      Table table = new Table(book, "明细表", DETAIL);
      jdbc.query(
          "SELECT employer_code, employer_name, person_name, document_kind, id_number,"
              + " declared_wage, base, adjustment, employer_due, personal_due, remarks"
              + " FROM usual_person ORDER BY employer_code, line_key",
          row -> {
            table.row();
            table.number(table.rows() - 1.0);
            for (int column = 1; column <= 5; column++) {
              table.text(row.getString(column));
            }
            table.money(row, 6).money(row, 7);
            table.text(ADJUSTMENTS.getOrDefault(row.getString(8), ""));
            table.money(row, 9).money(row, 10).text("").text(row.getString(11));
          });
      save(book, file);
    }
  }

  private static void save(SXSSFWorkbook book, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      book.write(out);
    }
  }

  /** A sheet's cells from left to right, row by row. */
  private static final class Table {

    private final Sheet sheet;
    private final CellStyle money;
    private int rows;
    private int cells;
    private Row row;

    Table(SXSSFWorkbook book, String name, String... titles) {
      sheet = book.createSheet(name);
      money = book.createCellStyle();
      money.setDataFormat(book.createDataFormat().getFormat("#,##0.00"));
      sheet.createFreezePane(0, 1);
      row();
      for (String title : titles) {
        text(title);
      }
    }

    void row() {
      row = sheet.createRow(rows++);
      cells = 0;
    }

    int rows() {
      return rows;
    }

    Table text(String text) {
      row.createCell(cells++).setCellValue(text);
      return this;
    }

    Table number(double number) {
      row.createCell(cells++).setCellValue(number);
      return this;
    }

    Table money(ResultSet from, int column) throws SQLException {
      return money(from.getBigDecimal(column));
    }

    Table money(BigDecimal amount) {
      Cell cell = row.createCell(cells++);
      cell.setCellValue(amount.doubleValue());
      cell.setCellStyle(money);
      return this;
    }
  }
}
