package basedecl.declarationfile;

import basedecl.cell.CellValue;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.table.CellWords;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which a row or a sheet calls itself an example (contract 4). */
final class SampleMark {

  /** A mark is short; numbers of documents need not be looked at. */
  private static final int LONGEST = 17;

  private static final Pattern WHOLE_CELL =
      Pattern.compile(
          "[(\\[【〔]?(例|示例|样例|样板|范例|例子|举例|例如|示范|样本|填写示例|填表示例|例行)\\d{0,2}[)\\]】〕]?[:.、]?");

  private static final Pattern IN_CELL =
      Pattern.compile(
          "[(\\[【〔](例|示例|样例|样板|范例|示范)[)\\]】〕]|^(示例|样例|样板|范例|例)[:：-]|^.{0,4}(示例|样例|样板|范例)(?:行|数据|人员)?$");

  /** In English, as forms of programs carry it: {@code test} before other than English words. */
  private static final Pattern ENGLISH =
      Pattern.compile("(test|sample|example|demo)(?![a-z ].*).*");

  private static final Pattern SHEET = Pattern.compile("示例|样例|样板|范例|例表");

  private SampleMark() {}

  /** The mark of a row, {@code ""} where it has none. */
  static String of(SheetRow row) {
    for (CellValue cell : row.cells()) {
      if (cell instanceof CellValue.Text text && text.text().length() <= LONGEST) {
        String mark = of(text.text());
        if (!mark.isEmpty()) {
          return mark;
        }
      }
    }
    return "";
  }

  private static String of(String text) {
    if (text.indexOf('例') >= 0 || text.indexOf('样') >= 0 || text.indexOf('示') >= 0) {
      String squeezed = CellWords.squeezed(text);
      Matcher whole = WHOLE_CELL.matcher(squeezed);
      if (whole.matches()) {
        return whole.group(1);
      }
      Matcher within = IN_CELL.matcher(squeezed);
      if (within.find()) {
        return within.group().replaceAll("[()\\[\\]【】〔〕:：-]", "");
      }
      return "";
    }
    char first = text.charAt(0);
    if ("tTsSeEdD".indexOf(first) >= 0) {
      Matcher english = ENGLISH.matcher(text.toLowerCase(Locale.ROOT));
      return english.matches() ? english.group(1) : "";
    }
    return "";
  }

  /** The mark in a sheet's name, {@code ""} where it has none. */
  static String ofSheet(String name) {
    Matcher sheet = SHEET.matcher(name);
    return sheet.find() ? sheet.group() : "";
  }
}
