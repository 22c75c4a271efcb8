package basedecl.spreadsheet.html;

import basedecl.cell.CellTexts;
import basedecl.cell.CellValue;
import basedecl.spreadsheet.gate.ReadBudget;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.row.MergedCells;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.spreadsheet.row.SheetTraits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Walks through a web page and gathers its tables and the text between them into rows. Scripts,
 * styles and comments say nothing; a table within a cell is a table of its own.
 */
final class HtmlRows implements NodeVisitor {

  private static final Set<String> SILENT =
      Set.of("script", "style", "head", "title", "template", "noscript", "textarea", "select");
  private static final Set<String> OF_TABLES =
      Set.of("table", "thead", "tbody", "tfoot", "colgroup", "col", "tr", "td", "th");

  /** Raised, lowered or struck out: no part of the figure beside it. */
  private static final Set<String> APART = Set.of("sup", "sub", "s", "del", "strike");

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "li",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "pre",
          "form",
          "caption",
          "center",
          "fieldset",
          "section",
          "article",
          "body");
  private static final Pattern DISPLAY_NONE =
      Pattern.compile("(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

  private final ReadBudget budget;
  private final HtmlFormats formats = new HtmlFormats();
  private final List<SheetRow> rows = new ArrayList<>();
  private final BitSet hiddenColumns = new BitSet();
  private final MergedCells merged = new MergedCells();
  private final Deque<HtmlTable> tables = new ArrayDeque<>();
  private final HtmlText loose = new HtmlText();
  private int silent;
  private int hidden;
  private int lastRow;
  private boolean anyData;
  private SheetTraits traits = SheetTraits.NONE;

  HtmlRows(ReadBudget budget) {
    this.budget = budget;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (silent == 0) {
        sink().append(text.getWholeText());
      }
    } else if (node instanceof Element element) {
      start(element);
    }
  }

  private HtmlText sink() {
    HtmlTable table = tables.peek();
    return table != null && table.inCell() ? table.text() : loose;
  }

  private void start(Element element) {
    String name = element.normalName();
    if (name.equals("style")) {
      formats.add(element.data());
    }
    silent += isSilent(element) ? 1 : 0;
    hidden += isHidden(element) ? 1 : 0;
    HtmlTable table = tables.peek();
    switch (name) {
      case "br" -> sink().lineBreak();
      case "table" -> {
        flush();
        tables.push(new HtmlTable());
      }
      case "tr" -> {
        flush();
        if (table != null) {
          table.startRow(++lastRow, hidden > 0);
        }
      }
      case "td", "th" -> {
        if (table != null) {
          table.startCell();
        }
      }
      case "col" -> {
        if (table != null) {
          table.column(element, hidden > 0, hiddenColumns);
        }
      }
      default -> block(name);
    }
  }

  private void block(String name) {
    if (BLOCKS.contains(name)) {
      if (sink() == loose) {
        flush();
      } else {
        sink().lineBreak();
      }
    } else if (APART.contains(name) && sink() != loose) {
      sink().lineBreak();
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    String name = element.normalName();
    HtmlTable table = tables.peek();
    switch (name) {
      case "td", "th" -> {
        if (table != null && table.inCell()) {
          endCell(table, element);
        }
      }
      case "tr" -> {
        if (table != null) {
          endRow(table);
        }
      }
      case "table" -> endTable();
      default -> block(name);
    }
    silent -= isSilent(element) ? 1 : 0;
    hidden -= isHidden(element) ? 1 : 0;
  }

  /** What is no text, or text within a cell that a browser does not show. */
  private static boolean isSilent(Element element) {
    return SILENT.contains(element.normalName())
        || (isHidden(element)
            && !OF_TABLES.contains(element.normalName())
            && element.closest("td,th") != null
            && element.selectFirst("table") == null);
  }

  private static boolean isHidden(Element element) {
    if (!element.hasAttr("style") && !element.hasAttr("hidden")) {
      return false;
    }
    return element.hasAttr("hidden")
        || DISPLAY_NONE.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
  }

  private void endCell(HtmlTable table, Element cell) {
    CellValue value = formats.value(cell, table.text().text());
    try {
      if (value instanceof CellValue.Text text) {
        budget.checkCharacters(text.text().length());
      }
      if (!value.isBlank()) {
        budget.checkColumn(table.column());
      }
    } catch (RefusedFileException e) {
      throw new HtmlRefused(e);
    }
    if (!value.isBlank() && hidden > 0 && !table.isRowHidden()) {
      hiddenColumns.set(table.column());
    }
    table.endCell(cell, value);
  }

  private void endRow(HtmlTable table) {
    List<CellValue> cells = table.endRow();
    if (!cells.isEmpty()) {
      add(new SheetRow("", table.row(), table.isRowHidden(), cells));
    }
  }

  private void endTable() {
    HtmlTable table = tables.pop();
    anyData |= table.holdsData();
    try {
      table.mergeInto(merged);
    } catch (RefusedFileException e) {
      throw new HtmlRefused(e);
    }
  }

  private void add(SheetRow row) {
    rows.add(row);
    if ((rows.size() & 255) == 0) {
      try {
        budget.checkTime();
      } catch (RefusedFileException e) {
        throw new HtmlRefused(e);
      }
    }
  }

  /** Text outside of tables: a title, a unit, an employer. What fills a page is none of these. */
  private void flush() {
    CellValue text = CellTexts.of(loose.text());
    loose.clear();
    if (text instanceof CellValue.Text words
        && words.text().length() <= budget.limits().cellCharacters()) {
      add(new SheetRow("", ++lastRow, hidden > 0, List.of(text)));
    }
  }

  /** Puts the rows of tables within tables in their order. */
  void finish() {
    flush();
    rows.sort(Comparator.comparingInt(SheetRow::number));
    traits = new SheetTraits(false, hiddenColumns);
  }

  boolean anyData() {
    return anyData;
  }

  List<SheetRow> rows() {
    return rows;
  }

  SheetTraits traits() {
    return traits;
  }

  MergedCells merged() {
    return merged;
  }

  /** Carries a verdict through the library, which knows unchecked exceptions only. */
  private static final class HtmlRefused extends RuntimeException {
    private HtmlRefused(RefusedFileException verdict) {
      super(verdict);
    }
  }
}
