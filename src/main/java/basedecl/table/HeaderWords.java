package basedecl.table;

import basedecl.cell.CellTexts;
import basedecl.cell.CellValue;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Header texts in a form that can be compared: width, case, white space, marks of required columns,
 * units in brackets and a leading year do not matter (contract 4). A bracket that changes what is
 * meant, such as {@code （万元）}, stays and keeps the text from matching.
 */
public final class HeaderWords {

  private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔]([^()\\[\\]【】〔〕]*)[)\\]】〕]");
  private static final Pattern UNIT =
      Pattern.compile(
          "(单位:?|计量单位:?)?(人民币|rmb|cny|¥)?元?((/|每)(人|月|人月|人/月|月/人))?"
              + "|个?月|(19|20)\\d\\d年?度?|公章|盖章|章|签章|加盖公章");
  private static final Pattern HINT = Pattern.compile("必填|选填|填写|文本|数字|位|小数|大写");
  private static final Pattern YEARLY_UNIT = Pattern.compile("(单位:?)?元(/|每)年");

  /** What is a year's by its own words; 2023年申报工资 is not. */
  private static final Pattern YEARLY = Pattern.compile("年度?(工资|收入|薪)|全年");

  private static final Pattern YEAR =
      Pattern.compile(
          "^\\(?((?:19|20)\\d\\d|[〇零一二三四五六七八九]{4}(?=年))\\)?(年度|年)?" + "(?:1月?[-至到~—]12月)?");

  private HeaderWords() {}

  public static String normal(String text) {
    String half = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder(half.length());
    for (int i = 0; i < half.length(); i++) {
      char c = half.charAt(i);
      if (!CellTexts.isSpace(c) && "*★☆※●▲\"'“”".indexOf(c) < 0) {
        kept.append(c);
      }
    }
    int end = kept.length();
    while (end > 0 && kept.charAt(end - 1) == ':') {
      end--;
    }
    return kept.substring(0, end);
  }

  /**
   * What a cell of a header says; {@code ""} where it is no title. A spreadsheet makes a date of
   * {@code 2023年1月} as soon as it is typed: the first day of that month.
   */
  static String title(CellValue cell) {
    if (cell instanceof CellValue.Date date && date.date().getDayOfMonth() == 1) {
      return date.date().getYear() + "年" + date.date().getMonthValue() + "月";
    }
    return cell instanceof CellValue.Text text ? text.text() : "";
  }

  /** The forms under which a header text may be known, the plainest last. */
  static List<String> forms(String text) {
    List<String> forms = new ArrayList<>();
    String normal = normal(text);
    forms.add(normal);
    String plain = withoutUnits(normal);
    forms.add(plain);
    Matcher year = YEAR.matcher(plain);
    if (year.find() && year.end() < plain.length()) {
      forms.add(plain.substring(year.end()));
      forms.add(plain.substring(year.end(1)));
    }
    return forms;
  }

  /** A header text without units, marks and white space. */
  public static String plain(String text) {
    return text.isEmpty() ? text : withoutUnits(normal(text));
  }

  /** The length of the longest sequence of characters that two texts share, gaps allowed. */
  static int sharedCharacters(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int i = 0; i < one.length(); i++) {
      int[] now = new int[other.length() + 1];
      for (int j = 0; j < other.length(); j++) {
        now[j + 1] =
            one.charAt(i) == other.charAt(j) ? before[j] + 1 : Math.max(now[j], before[j + 1]);
      }
      before = now;
    }
    return before[other.length()];
  }

  private static String withoutUnits(String normal) {
    Matcher brackets = BRACKETS.matcher(normal);
    StringBuilder plain = new StringBuilder();
    while (brackets.find()) {
      String inside = brackets.group(1);
      boolean unit =
          UNIT.matcher(inside).matches()
              || (HINT.matcher(inside).find() && UnitWords.mayBeYuan(inside))
              || (YEARLY.matcher(normal).find() && YEARLY_UNIT.matcher(inside).matches());
      brackets.appendReplacement(plain, unit ? "" : Matcher.quoteReplacement(brackets.group()));
    }
    brackets.appendTail(plain);
    return normal(plain.toString());
  }
}
