package basedecl.table;

import basedecl.cell.CellTexts;
import basedecl.cell.CellValue;
import basedecl.spreadsheet.row.SheetRow;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What single cells and lines say by their words: totals, labels of a footer, notes, numbers of
 * documents. Whether a row is somebody's is for the room of declarations to judge.
 */
public final class CellWords {

  private static final BigDecimal FIFTEEN_DIGITS = BigDecimal.TEN.pow(14);
  private static final BigDecimal FIVE_DIGITS = BigDecimal.TEN.pow(4);

  /** A hostile sheet may repeat one huge text a million times. */
  private static final int LOOKED_AT = 200;

  private static final int LONGEST_ID = 40;
  private static final int LONGEST_TOTAL = 40;

  /** Digits of a number in the column of numbers that is surely more than a count. */
  private static final int DIGITS_OF_A_NUMBER = 5;

  /** A mistyped number of a document has lost a few of its digits, not most. */
  private static final int DIGITS_OF_A_DOCUMENT = 13;

  private static final BigDecimal LONGEST_TELEPHONE = BigDecimal.TEN.pow(DIGITS_OF_A_DOCUMENT - 1);

  private static final Pattern TOTAL =
      Pattern.compile(
          "[(\\[]?.{0,20}?"
              + "(合计|总计|小计|共计|累计|总和|总数|合計|總計|小計|共計|總數|σ|∑|平均|平均值|平均数|均值|人均|汇总|最高|最低|最大值|最小值|中位数|total|subtotal|sum|average)"
              + "(数|\\([^()]*\\)|人数|金额|工资|额|行)*[)\\]]?[:=]?([\\d,.一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]*(人|元|行|条|名)?)?");

  private static final Pattern COUNT = Pattern.compile("[(共计]*\\d{1,4}(人|名|条|行|个)?[)]?");

  private static final Pattern NOTHING = Pattern.compile("[-—–―−_/\\\\]+|0+(\\.0+)?|[¥￥]?-");

  /** Errors as they stand in a text file. */
  private static final Set<String> ERRORS =
      Set.of("#DIV/0!", "#N/A", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!");

  private static final List<String> FOOTERS =
      List.of(
          "制表", "填表", "填报", "经办", "审核", "复核", "负责人", "单位负责人", "法定代表人", "法人代表", "法人:", "单位法人", "联系人",
          "联系电话", "联系方式", "电话", "日期", "单位公章", "单位盖章", "单位(公章)", "单位(盖章)", "盖章", "(盖章)", "(公章)",
          "公章", "签章", "签字", "财务负责人", "人事负责人", "主管", "分管领导", "承诺", "声明", "备注:", "注:", "注1", "说明:",
          "填表说明", "以下空白", "(以下空白)", "此行以下", "以下无", "第1页", "共");

  private static final Pattern LABEL_END =
      Pattern.compile("(人员?|员|日期|时间|电话|签字|签名|签章|盖章)?(\\(.*\\))?");

  private static final Pattern NOTE =
      Pattern.compile(
          "([(（]?\\d{1,2}[)）.、．].*|注[:：;；、\\d].*|说明[:：].*|备注[:：].*|[※*].*|第\\d+页.*|共\\d+页.*"
              + "|.*(申报|明细|汇总|花名|统计|登记).*表)");

  private static final Pattern DATE_LINE =
      Pattern.compile("\\d{4}年\\d{1,2}月(\\d{1,2}日)?|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}");

  private static final Pattern COLUMN_NUMBER =
      Pattern.compile("[甲乙丙丁戊己庚辛壬癸]|[a-z]|\\(?\\d{1,2}\\)?|栏次|\\d{1,2}=[\\d+*/÷×()-]+");

  /** {@code 领导签字}, {@code 车间主任签名:}: a place for somebody's hand. */
  private static final Pattern FOR_A_HAND =
      Pattern.compile("\\p{IsHan}{1,8}(签字|签名|签章|盖章)(\\(.*\\))?:?");

  private CellWords() {}

  /** Half-width, without any white space, lower case; no more than the head of a long text. */
  public static String squeezed(CellValue cell) {
    return squeezed(cell.asText());
  }

  public static String squeezed(String text) {
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
  public static boolean looksLikeIdNumber(CellValue cell) {
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
      if (!isDigit(c) && !(last && c == 'x')) {
        return false;
      }
    }
    return true;
  }

  public static boolean anyIdNumber(SheetRow row) {
    for (CellValue cell : row.cells()) {
      if (looksLikeIdNumber(cell)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether what stands in the column of numbers may be the number of a document, however wrong: at
   * least five digits, or a cell that shows no text at all.
   */
  public static boolean mayBeNumber(CellValue cell) {
    if (cell instanceof CellValue.Text) {
      return digits(squeezed(cell)) >= DIGITS_OF_A_NUMBER;
    }
    if (cell instanceof CellValue.Numeric number) {
      return number.value().abs().compareTo(FIVE_DIGITS) >= 0;
    }
    return !isNothing(cell) && !(cell instanceof CellValue.Date);
  }

  /** No more digits than a headcount or a telephone has. */
  public static boolean isShortNumber(CellValue cell) {
    if (cell instanceof CellValue.Numeric number) {
      return number.value().abs().compareTo(LONGEST_TELEPHONE) < 0;
    }
    if (!(cell instanceof CellValue.Text)) {
      return true;
    }
    String text = squeezed(cell);
    boolean letters = text.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    return !letters && digits(text) < DIGITS_OF_A_DOCUMENT;
  }

  /** A number of an identity document beside at least two other cells, none of them a label. */
  public static boolean looksLikePerson(SheetRow row) {
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

  /** 合计, 小计, 平均 and the like, whatever stands before: {@code 生产部 小计}. */
  public static boolean isTotal(CellValue cell) {
    return cell instanceof CellValue.Text text
        && text.text().length() <= LONGEST_TOTAL
        && TOTAL.matcher(squeezed(cell)).matches();
  }

  /** A headcount such as {@code 12} or {@code 12人}. */
  public static boolean isCount(CellValue cell) {
    return cell.asText().length() <= 10 && COUNT.matcher(squeezed(cell)).matches();
  }

  /** Blank, a nought or a dash: what a form that nobody filled in holds. */
  public static boolean isNothing(CellValue cell) {
    if (cell instanceof CellValue.OutOfDate formula) {
      return isNothing(formula.stored());
    }
    if (cell instanceof CellValue.Numeric number) {
      return number.value().signum() == 0;
    }
    return cell.isBlank()
        || (cell instanceof CellValue.Text text
            && text.text().length() <= 8
            && NOTHING.matcher(squeezed(cell)).matches());
  }

  /** Nothing, or a formula that failed for want of it. */
  public static boolean isNothingOrFailed(CellValue cell) {
    return isNothing(cell)
        || (cell instanceof CellValue.Text text && ERRORS.contains(text.text()))
        || cell instanceof CellValue.ErrorValue
        || cell instanceof CellValue.NotCalculated
        || (cell instanceof CellValue.OutOfDate formula && isNothingOrFailed(formula.stored()));
  }

  /** Whether a cell of wages holds an amount, right or wrong: more than words. */
  public static boolean holdsAmount(CellValue cell) {
    if (cell instanceof CellValue.OutOfDate formula) {
      return holdsAmount(formula.stored());
    }
    if (cell instanceof CellValue.Text) {
      String text = squeezed(cell);
      int digits = digits(text);
      return digits > 0
          && digits >= text.codePoints().filter(Character::isIdeographic).count()
          && !isNothingOrFailed(cell)
          && !DATE_LINE.matcher(text).matches();
    }
    return (cell instanceof CellValue.Numeric || cell instanceof CellValue.InUnit)
        && !isNothing(cell);
  }

  /** Such as {@code 甲, 乙, 1, 2}: a statistical form's numbering of its columns. */
  public static boolean numbersColumns(SheetRow row) {
    int filled = 0;
    boolean stems = false;
    for (CellValue cell : row.cells()) {
      if (!cell.isBlank()) {
        filled++;
        String text = squeezed(cell);
        stems |= text.length() == 1 && text.charAt(0) > 0x80;
        if (!COLUMN_NUMBER.matcher(text).matches()) {
          return false;
        }
      }
    }
    return filled >= (stems ? 2 : 3);
  }

  static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /**
   * A line under a table: it begins with words such as {@code 制表人}, and every further cell is such
   * a word again, the value right of one, or a date.
   *
   * @param strictly a label must be its word alone or end with a colon
   */
  public static boolean isFooter(SheetRow row, boolean strictly) {
    boolean first = true;
    boolean afterLabel = false;
    for (CellValue cell : row.cells()) {
      if (cell.isBlank()) {
        continue;
      }
      boolean label = isLabel(cell, strictly);
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

  /** Whether the first filled cell is a footer's word alone, or one with a colon. */
  public static boolean beginsWithLabel(SheetRow row) {
    for (CellValue cell : row.cells()) {
      if (!cell.isBlank()) {
        return isLabel(cell, true);
      }
    }
    return false;
  }

  /** Words of a footer such as {@code 制表人：王五}. */
  static boolean isLabel(CellValue cell, boolean strictly) {
    if (!(cell instanceof CellValue.Text)) {
      return false;
    }
    String text = squeezed(cell);
    if (DATE_LINE.matcher(text).matches() || FOR_A_HAND.matcher(text).matches()) {
      return true;
    }
    for (String word : FOOTERS) {
      if (text.startsWith(word)
          && (!strictly
              || text.indexOf(':', word.length() - 1) >= 0
              || LABEL_END.matcher(text.substring(word.length())).matches())) {
        return true;
      }
    }
    return false;
  }

  /** The only cell of its row, and a sentence, a title or a date rather than a name. */
  public static boolean isNote(SheetRow row) {
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
