package basedecl.trials;

import basedecl.spreadsheet.XlsxMaker;
import basedecl.spreadsheet.ZipMaker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;

/** Writes sheets as a plain {@code .xlsx} workbook, its texts shared or each in its cell. */
final class XlsxGrids {

  private static final int FIRST_FORMAT = 164;

  private final boolean shared;
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Map<String, Integer> formats = new LinkedHashMap<>();

  private XlsxGrids(boolean shared) {
    this.shared = shared;
  }

  static byte[] bytes(List<Grid> grids, boolean recalculates, boolean shared) {
    return new XlsxGrids(shared).book(grids, recalculates).bytes();
  }

  private ZipMaker book(List<Grid> grids, boolean recalculates) {
    ZipMaker zip = new ZipMaker();
    StringBuilder sheets = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    for (int i = 1; i <= grids.size(); i++) {
      Grid grid = grids.get(i - 1);
      sheets.append(
          "<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"rId%d\"/>"
              .formatted(grid.name, i, grid.hidden ? " state=\"hidden\"" : "", i));
      relations.append(XlsxMaker.rel("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
      zip.add("xl/worksheets/sheet" + i + ".xml", sheet(grid));
    }
    relations.append(XlsxMaker.rel("rId900", "sharedStrings", "sharedStrings.xml"));
    relations.append(XlsxMaker.rel("rId901", "styles", "styles.xml"));
    String main = XlsxMaker.main("", sheets.toString());
    String calculation = recalculates ? "<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>" : "";
    return zip.add("[Content_Types].xml", XlsxMaker.contentTypes())
        .add("_rels/.rels", XlsxMaker.packageRels("xl/workbook.xml"))
        .add("xl/workbook.xml", main.replace("</workbook>", calculation + "</workbook>"))
        .add("xl/_rels/workbook.xml.rels", XlsxMaker.rels(relations.toString()))
        .add("xl/sharedStrings.xml", sharedTexts())
        .add("xl/styles.xml", styles());
  }

  private String sheet(Grid grid) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < grid.rows.size(); i++) {
      rows.append("<row r=\"").append(i + 1).append("\">");
      List<TrialCell> cells = grid.rows.get(i);
      for (int column = 0; column < cells.size(); column++) {
        if (!cells.get(column).isBlank()) {
          rows.append(
              cell(new CellReference(i, column, false, false).formatAsString(), cells.get(column)));
        }
      }
      rows.append("</row>");
    }
    String xml = XlsxMaker.sheetXml(rows.toString());
    if (!grid.hiddenColumns.isEmpty()) {
      StringBuilder columns = new StringBuilder("<cols>");
      grid.hiddenColumns.forEach(
          c ->
              columns.append(
                  "<col min=\"%d\" max=\"%d\" width=\"9\" hidden=\"1\"/>".formatted(c + 1, c + 1)));
      xml = xml.replace("<sheetData>", columns + "</cols><sheetData>");
    }
    if (!grid.merged.isEmpty()) {
      StringBuilder merges = new StringBuilder("</sheetData><mergeCells>");
      grid.merged.forEach(
          m ->
              merges.append(
                  "<mergeCell ref=\"%s:%s\"/>"
                      .formatted(
                          new CellReference(m.firstRow(), m.firstColumn(), false, false)
                              .formatAsString(),
                          new CellReference(m.lastRow(), m.lastColumn(), false, false)
                              .formatAsString())));
      xml = xml.replace("</sheetData>", merges + "</mergeCells>");
    }
    return xml;
  }

  private String cell(String reference, TrialCell cell) {
    if (cell instanceof TrialCell.Words words) {
      return shared
          ? "<c r=\"%s\" t=\"s\"><v>%d</v></c>".formatted(reference, index(words.text()))
          : "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
              .formatted(reference, escaped(words.text()));
    }
    if (cell instanceof TrialCell.Fault fault) {
      return "<c r=\"%s\" t=\"e\"><v>%s</v></c>".formatted(reference, fault.code());
    }
    if (cell instanceof TrialCell.Amount amount) {
      return "<c r=\"%s\" s=\"%d\"><v>%s</v></c>"
          .formatted(reference, style(amount), amount.value().toPlainString());
    }
    return formula(reference, (TrialCell.Formula) cell);
  }

  private String formula(String reference, TrialCell.Formula formula) {
    String result = formula.result().plain();
    String type = "";
    if (formula.result() instanceof TrialCell.Words) {
      type = " t=\"str\"";
    } else if (formula.result() instanceof TrialCell.Fault) {
      type = " t=\"e\"";
    }
    return "<c r=\"%s\"%s><f>%s</f>%s</c>"
        .formatted(
            reference,
            type,
            escaped(formula.text()),
            formula.result().isBlank() ? "" : "<v>" + escaped(result) + "</v>");
  }

  private int style(TrialCell.Amount amount) {
    return amount.format().isEmpty()
        ? 0
        : formats.computeIfAbsent(amount.format(), f -> formats.size() + 1);
  }

  private int index(String text) {
    return texts.computeIfAbsent(text, t -> texts.size());
  }

  private String sharedTexts() {
    StringBuilder items = new StringBuilder();
    texts
        .keySet()
        .forEach(
            text ->
                items
                    .append("<si><t xml:space=\"preserve\">")
                    .append(escaped(text))
                    .append("</t></si>"));
    return XlsxMaker.shared(items.toString());
  }

  private String styles() {
    StringBuilder codes = new StringBuilder();
    int[] ids = new int[formats.size() + 1];
    formats.forEach(
        (format, style) -> {
          ids[style] = FIRST_FORMAT + style;
          codes.append(
              "<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>"
                  .formatted(FIRST_FORMAT + style, escaped(format)));
        });
    return XlsxMaker.styles(codes.toString(), ids);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
