package basedecl.spreadsheet;

import basedecl.declaration.CellValue;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells rows that are certainly nobody's from those that may be a person's. What is not certain is
 * a person's, so that a check reports it: nothing is lost silently.
 */
final class RowWords {

  private static final BigDecimal FIFTEEN_DIGITS = BigDecimal.TEN.pow(14);

  /** A hostile sheet may repeat one huge text a million times. */
  private static final int LOOKED_AT = 200;

  private static final int LONGEST_ID = 40;

  private static final Pattern TOTAL =
      Pattern.compile(
          "[(\\[]?(本页|本表|本单位|单位|部门|全部|全员|全体|人员|工资|以上|本月|全年|累计)?"
              + "(合计|总计|小计|共计|累计|总合计|合计数|总数)"
              + "(\\([^()]*\\)|人数|金额|数|行)?[)\\]]?[:=]?([\\d,.]*(人|元|行|条|名)?)?");

  private static final List<String> FOOTERS =
      List.of(
          "制表", "填表", "填报", "经办", "审核", "复核", "负责人", "单位负责人", "法定代表人", "法人代表", "联系人", "联系电话",
          "联系方式", "电话", "日期", "单位公章", "单位盖章", "单位(公章)", "单位(盖章)", "盖章", "(盖章)", "(公章)", "公章", "签章",
          "签字", "财务负责人", "人事负责人", "主管", "分管领导", "承诺", "声明", "备注:", "注:", "注1", "说明:", "填表说明",
          "以下空白", "(以下空白)", "此行以下", "以下无", "第1页", "共");

  private static final Pattern NOTE =
      Pattern.compile(
          "([(（]?\\d{1,2}[)）.、．].*|注[:：;；、\\d].*|说明[:：].*|备注[:：].*|[※*].*|第\\d+页.*|共\\d+页.*"
              + "|.*(申报|明细|汇总|花名|统计|登记).*表)");

  private static final Pattern DATE_LINE =
      Pattern.compile("\\d{4}年\\d{1,2}月(\\d{1,2}日)?|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}");

  private static final Pattern COLUMN_NUMBER =
      Pattern.compile("[甲乙丙丁戊己庚辛壬癸]|[a-z]|\\(?\\d{1,2}\\)?|栏次|\\d{1,2}=[\\d+*/÷×()-]+");

  private RowWords() {}

  /** Half-width, without any white space, lower case; no more than the head of a long text. */
  static String squeezed(CellValue cell) {
    String text = cell.asText();
    String head = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    String half = Normalizer.normalize(head, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder(half.length());
    for (int i = 0; i < half.length(); i++) {
      if (!CellTexts.isSpace(half.charAt(i))) {
        kept.append(half.charAt(i));
      }
    }
    return kept.toString();
  }

  /** Fifteen or eighteen digits, the last perhaps an X, however they are stored. */
  static boolean looksLikeIdNumber(CellValue cell) {
    if (cell instanceof CellValue.Numeric number) {
      return number.precisionLost() || number.value().compareTo(FIFTEEN_DIGITS) >= 0;
    }
    if (!(cell instanceof CellValue.Text text)
        || text.text().length() < 15
        || text.text().length() > LONGEST_ID) {
      return false;
    }
    int length = text.text().length();
    int digits = 0;
    for (int i = 0; i < length; i++) {
      digits += Character.isDigit(text.text().charAt(i)) ? 1 : 0;
    }
    if (digits == length && (digits == 15 || digits == 18)) {
      return true;
    }
    if (digits == 17 && length == 18 && (text.text().charAt(17) | 0x20) == 'x') {
      return true;
    }
    if (digits < 15) {
      return false;
    }
    String plain = squeezed(cell);
    if (plain.length() != 15 && plain.length() != 18) {
      return false;
    }
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean last = i == 17;
      if (!(c >= '0' && c <= '9') && !(last && c == 'x')) {
        return false;
      }
    }
    return true;
  }

  static boolean anyIdNumber(SheetRow row) {
    for (CellValue cell : row.cells()) {
      if (looksLikeIdNumber(cell)) {
        return true;
      }
    }
    return false;
  }

  /** A number of an identity document beside at least two other cells, none of them a label. */
  static boolean looksLikePerson(SheetRow row) {
    int filled = 0;
    boolean id = false;
    for (CellValue cell : row.cells()) {
      if (cell instanceof CellValue.Text text
          && text.text().length() <= LOOKED_AT
          && (text.text().indexOf(':') >= 0
              || text.text().indexOf('：') >= 0
              || text.text().endsWith("号")
              || text.text().endsWith("码"))) {
        return false;
      }
      filled += cell.isBlank() ? 0 : 1;
      id |= looksLikeIdNumber(cell) && !cell.asText().startsWith("9");
    }
    return id && filled >= 3;
  }

  static boolean isTotal(CellValue cell) {
    return cell instanceof CellValue.Text text
        && text.text().length() <= 30
        && TOTAL.matcher(squeezed(cell)).matches();
  }

  /** Such as {@code 甲, 乙, 1, 2}: a statistical form's numbering of its columns. */
  static boolean numbersColumns(SheetRow row) {
    int filled = 0;
    for (CellValue cell : row.cells()) {
      if (!cell.isBlank()) {
        filled++;
        if (!COLUMN_NUMBER.matcher(squeezed(cell)).matches()) {
          return false;
        }
      }
    }
    return filled >= 3;
  }

  /** Words without any digit: the second line of a header such as {@code （元） / （必填）}. */
  static boolean isWordsOnly(SheetRow row) {
    for (CellValue cell : row.cells()) {
      if (!cell.isBlank()
          && !(cell instanceof CellValue.Text
              && squeezed(cell).chars().noneMatch(RowWords::digit))) {
        return false;
      }
    }
    return true;
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  /**
   * A line under a table: it begins with words such as {@code 制表人}, and every further cell is such
   * a word again, the value right of one, or a date.
   */
  static boolean isFooter(SheetRow row) {
    boolean first = true;
    boolean afterLabel = false;
    for (CellValue cell : row.cells()) {
      if (cell.isBlank()) {
        continue;
      }
      boolean label = isFooterWord(cell);
      boolean explained =
          label || (!first && afterLabel) || (!first && cell instanceof CellValue.Date);
      if (!explained) {
        return false;
      }
      afterLabel = label;
      first = false;
    }
    return !first;
  }

  private static boolean isFooterWord(CellValue cell) {
    if (!(cell instanceof CellValue.Text)) {
      return false;
    }
    String text = squeezed(cell);
    return FOOTERS.stream().anyMatch(text::startsWith) || DATE_LINE.matcher(text).matches();
  }

  /** The only cell of its row, and a sentence, a title or a date rather than a name. */
  static boolean isNote(SheetRow row) {
    CellValue only = CellValue.Blank.BLANK;
    for (CellValue cell : row.cells()) {
      if (!cell.isBlank()) {
        if (!only.isBlank()) {
          return false;
        }
        only = cell;
      }
    }
    String text = squeezed(only);
    boolean sentence =
        text.length() >= 8
            && text.chars().anyMatch(c -> "。;；,，:、".indexOf(c) >= 0)
            && !looksLikeIdNumber(only);
    return sentence || NOTE.matcher(text).matches() || DATE_LINE.matcher(text).matches();
  }
}
