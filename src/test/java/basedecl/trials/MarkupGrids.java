package basedecl.trials;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Writes a sheet as accounting and old portal programs do: markup under the name of a workbook. */
final class MarkupGrids {

  private MarkupGrids() {}

  /** A web page with one table, every cell text. */
  static byte[] html(Grid grid, Random random) {
    boolean chinese = random.nextBoolean();
    boolean closed = random.nextBoolean();
    StringBuilder text = new StringBuilder("<html><head><meta charset=\"");
    text.append(chinese ? "gb2312" : "utf-8").append("\"></head><body><table border=1>\n");
    for (List<TrialCell> row : grid.rows) {
      text.append("<tr>");
      for (TrialCell cell : row) {
        text.append("<td style=\"mso-number-format:'\\@'\">");
        text.append(cell.isBlank() ? "&nbsp;" : escaped(cell.plain()).replace("\n", "<br>"));
        text.append(closed ? "</td>" : "");
      }
      text.append(closed ? "</tr>\n" : "\n");
    }
    text.append("</table></body></html>");
    return text.toString().getBytes(chinese ? Charset.forName("GB18030") : StandardCharsets.UTF_8);
  }

  /** An XML Spreadsheet of 2003. */
  static byte[] xml(Grid grid, Random random) {
    StringBuilder text =
        new StringBuilder("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n")
            .append("<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"")
            .append(" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">")
            .append("<Worksheet ss:Name=\"")
            .append(grid.name)
            .append("\"><Table>\n");
    boolean indexed = random.nextBoolean();
    for (List<TrialCell> row : grid.rows) {
      text.append("<Row>");
      boolean gap = false;
      for (int column = 0; column < row.size(); column++) {
        TrialCell cell = row.get(column);
        if (indexed && cell.isBlank()) {
          gap = true;
          continue;
        }
        text.append(gap ? "<Cell ss:Index=\"" + (column + 1) + "\">" : "<Cell>");
        gap = false;
        if (!cell.isBlank()) {
          String type = cell instanceof TrialCell.Amount ? "Number" : "String";
          text.append("<Data ss:Type=\"").append(type).append("\">");
          text.append(escaped(cell.plain()).replace("\n", "&#10;")).append("</Data>");
        }
        text.append("</Cell>");
      }
      text.append("</Row>\n");
    }
    return text.append("</Table></Worksheet></Workbook>")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
