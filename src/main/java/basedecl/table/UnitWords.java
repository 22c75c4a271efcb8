package basedecl.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units of money other than yuan, as titles and lines beside a table say them (contract 4). */
public final class UnitWords {

  private static final String OTHER =
      "百万元?|十万元?|万元?|千万元?|千元|百元|十元|亿元?|美元|美金|港元|港币|欧元|日元|澳门元|usd|hkd";

  private static final String UNIT = unit(OTHER);

  /** A title may also say a fraction of a yuan, or yuan for another span than a month. */
  private static final Pattern IN_TITLE =
      Pattern.compile(
          "^(.+?)[(\\[【〔](?:[^()\\[\\]【】〔〕]*[,;、])?(?:单位|计量单位|金额单位)?[:为]?"
              + unit(OTHER + "|角|分|元[/每](?:年|季度?|周|天|日|小时|时)")
              + "(?:[,;、][^()\\[\\]【】〔〕]*)?[)\\]】〕]$");

  /** Words in brackets by which a title says anything but yuan, or yuan a month. */
  private static final Pattern NO_YUAN =
      Pattern.compile("[万千亿]|[百十]元|美[元金]|港[元币]|欧元|日元|澳门元|usd|hkd|单位[:为是]?[角分]|元[/每](?!人|月)");

  private static final Pattern AFTER_TITLE =
      Pattern.compile("^(.+?)[/:,、_-]?(万元|千元|百元|百万元|亿元|美元|港元)$");

  private static final Pattern WHOLE_CELL =
      Pattern.compile("^[(\\[【〔]?(?:单位|计量单位|金额单位|货币单位|币种)?[:为]?" + UNIT + "[)\\]】〕]?$");

  private static final Pattern IN_LINE =
      Pattern.compile(
          "(?:单位|币种)(?:[:为是]|[(])[(]?"
              + UNIT
              + "|(?:单位|币种)"
              + UNIT
              + "(?=$|[)\\],，、;；。])"
              + "|以"
              + UNIT
              + "(?:为单位|计|填列|填报)"
              + "|[(\\[【〔]单位[:为]?"
              + UNIT
              + "[)\\]】〕]");

  private static final Pattern IN_TITLE_LINE =
      Pattern.compile("(?:工资|基数|金额|申报|明细|汇总|缴费).*[(\\[【〔]" + UNIT + "[)\\]】〕]");

  private static final int LONGEST = 200;

  private UnitWords() {}

  private static String unit(String words) {
    return "(?:人民币)?(" + words + ")(?:/|每)?(?:人/?月|月|人)?";
  }

  /** A title without the unit it says. */
  record Title(String rest, String unit) {}

  /** The unit of a title in normal form, such as {@code 月均工资(万元)}. */
  static Optional<Title> inTitle(String normal) {
    if (!mayBe(normal)) {
      return Optional.empty();
    }
    Matcher title = IN_TITLE.matcher(normal);
    if (!title.matches()) {
      title = AFTER_TITLE.matcher(normal);
    }
    return title.matches()
        ? Optional.of(new Title(title.group(1), title.group(2)))
        : Optional.empty();
  }

  /** Whether what a title says in brackets, in normal form, leaves no doubt about yuan. */
  static boolean mayBeYuan(String inBrackets) {
    return !NO_YUAN.matcher(inBrackets).find();
  }

  /** The unit that a cell is for, such as {@code 单位:万元} beside the titles. */
  public static Optional<String> inCell(String squeezed) {
    Matcher whole = WHOLE_CELL.matcher(mayBe(squeezed) ? squeezed : "");
    return whole.matches() ? Optional.of(whole.group(1)) : Optional.empty();
  }

  /**
   * The unit that a line above, below or beside a table says; {@code squeezed} as RowWords does.
   */
  public static Optional<String> inLine(String squeezed) {
    if (!mayBe(squeezed)) {
      return Optional.empty();
    }
    Matcher whole = WHOLE_CELL.matcher(squeezed);
    if (whole.matches()) {
      return Optional.of(whole.group(1));
    }
    return found(IN_LINE.matcher(squeezed)).or(() -> found(IN_TITLE_LINE.matcher(squeezed)));
  }

  /** The group that matched. */
  private static Optional<String> found(Matcher line) {
    if (line.find()) {
      for (int i = 1; i <= line.groupCount(); i++) {
        if (line.group(i) != null) {
          return Optional.of(line.group(i));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean mayBe(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("万千百十亿美港欧日澳角分/每uh".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
