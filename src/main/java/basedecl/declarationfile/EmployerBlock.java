package basedecl.declarationfile;

import basedecl.cell.CellTexts;
import basedecl.cell.CellValue;
import basedecl.cell.Characters;
import basedecl.cell.Field;
import basedecl.spreadsheet.row.SheetRow;
import basedecl.table.HeaderWords;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The employer named above, between or below tables: {@code 单位编号：…} and {@code 单位名称：…} with any or
 * no punctuation, in one cell with the value or with the value to the right, or {@code 名称（编号）}. A
 * new block after a table replaces the whole of the former one.
 */
final class EmployerBlock {

  private static final int LONGEST = 500;

  /** A shorter number behind a name without a label is no code. */
  private static final int SHORTEST_BARE_CODE = 4;

  /** A code is written in half-width letters and digits, one digit at least. */
  private static final Pattern CODE = Pattern.compile("([0-9A-Za-z][0-9A-Za-z_.-]*)");

  /** A further code in a list, as in {@code 0370700001、0370700002}. */
  private static final Pattern NEXT_CODE =
      Pattern.compile("[\\s、,，/;；和及与&+]+([0-9A-Za-z][0-9A-Za-z_.-]*+)(?!\\p{L})");

  private static final Pattern GROUPED_CODE =
      Pattern.compile("(\\d{2,5}(?: \\d{2,6})+)(?![\\d年-])");

  private static final Pattern NAME_WITH_CODE =
      Pattern.compile("(.*\\p{IsHan}.*?)[(\\[【〔]([0-9A-Za-z_.-]{1,64})[)\\]】〕].*");

  private static final Pattern ORGANISATION =
      Pattern.compile(".*(公司|厂|局|院|校|中心|店|所|社|会|部|处|委|办|站|集团|银行|大学|学校|医院|幼儿园|合作社|酒店|政府|商行|工作室)");

  /** What stands behind a label whose value is a name with its code in brackets. */
  private static final Pattern NAME_AND_CODE = Pattern.compile("[(/、](单位)?(编号|代码|编码)[)]?$");

  private static final Pattern DATE = Pattern.compile("(19|20)\\d\\d(\\d\\d){0,2}");

  /** Labels of a name that count in a block only: a column is never headed so. */
  private static final Set<String> NAME_LABELS =
      Set.of("参保单位", "用人单位", "申报单位", "填报单位", "缴费单位", "单位", "单位全称", "缴费单位名称", "申报单位名称", "填报单位名称");

  private static final Pattern UNIT_VALUE =
      Pattern.compile("[(]?(人民币)?(元|万元|千元|百元|亿元|万|人|人民币).{0,6}");

  private String code = "";
  private String creditCode = "";
  private String name = "";
  private boolean complete;

  /** A code of the employers' own, {@code ""} where none is given. */
  String code() {
    return code;
  }

  /** The social credit code, {@code ""} where none is given. */
  String creditCode() {
    return creditCode;
  }

  String name() {
    return name;
  }

  /** A table has begun: the next label starts another block. */
  void close() {
    complete = true;
  }

  /**
   * What a row says of its employer.
   *
   * @param cells the columns of the labels and of their values
   */
  record Said(
      @Nullable String code, @Nullable String creditCode, @Nullable String name, BitSet cells) {

    boolean isAnything() {
      return code != null || creditCode != null || name != null;
    }
  }

  /** Takes over what a row says; whether it is another employer than the one of a table above. */
  boolean take(Said said) {
    boolean another = false;
    if (complete) {
      boolean repeated =
          (said.code == null || said.code.equals(code))
              && (said.creditCode == null || said.creditCode.equals(creditCode))
              && (said.name == null || said.name.equals(name));
      if (repeated) {
        return false;
      }
      another = !code.isEmpty() || !creditCode.isEmpty() || !name.isEmpty();
      code = "";
      creditCode = "";
      name = "";
      complete = false;
    }
    code = said.code == null ? code : said.code;
    creditCode = said.creditCode == null ? creditCode : said.creditCode;
    name = said.name == null ? name : said.name;
    return another;
  }

  /** Reads a row's labels and their values. */
  static Said read(SheetRow row) {
    Reading reading = new Reading(row);
    for (int column = 0; column < row.cells().size(); column++) {
      if (!reading.cells.get(column)
          && row.cell(column) instanceof CellValue.Text text
          && mayBeLabel(text.text())) {
        reading.cell(column, normal(text.text()));
      }
    }
    return new Said(reading.code, reading.creditCode, reading.name, reading.cells);
  }

  private static boolean mayBeLabel(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("单單码號号代（(".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** One row while it is read. */
  private static final class Reading {
    private final SheetRow row;
    private final BitSet cells = new BitSet();
    private @Nullable String code;
    private @Nullable String creditCode;
    private @Nullable String name;

    Reading(SheetRow row) {
      this.row = row;
    }

    private void cell(int column, String text) {
      int colon = nextColon(text, 0);
      boolean any = colon < 0 ? withoutColon(column, text) : withColons(column, text, colon);
      if (!any) {
        any = labelInside(text) || nameWithCode(text);
      }
      if (any) {
        cells.set(column);
      }
    }

    private boolean withColons(int column, String text, int firstColon) {
      boolean any = false;
      int labelStart = 0;
      int colon = firstColon;
      while (colon >= 0) {
        Optional<Field> field = label(text.substring(labelStart, colon));
        int following = nextColon(text, colon + 1);
        int nextLabel = following < 0 ? text.length() : startOfLabel(text, colon + 1, following);
        if (field.isPresent()) {
          String value = CellTexts.strip(text.substring(colon + 1, nextLabel));
          if (!value.isEmpty()) {
            any |= set(field.get(), value);
          } else if (following < 0) {
            any |= toTheRight(column, field.get(), false);
          }
        }
        labelStart = nextLabel;
        colon = following;
      }
      return any;
    }

    private boolean withoutColon(int column, String text) {
      Optional<Field> field = label(text);
      return field.isPresent() && toTheRight(column, field.get(), true);
    }

    /** A label of a code somewhere in a text, its value right behind it. */
    private boolean labelInside(String text) {
      for (Field field : new Field[] {Field.EMPLOYER_CODE, Field.CREDIT_CODE}) {
        for (String word : DeclarationHeader.EMPLOYEES.words(field)) {
          int at = text.indexOf(word);
          if (at >= 0 && !(at > 0 && "原前旧转".indexOf(text.charAt(at - 1)) >= 0)) {
            String rest =
                text.substring(at + word.length()).replaceFirst("^[\\s:：=#*()\\[\\]【】〔〕_—―-]+", "");
            Optional<String> value = codeAtStart(rest);
            if (value.isPresent()) {
              return setCode(field, value.get());
            }
          }
        }
      }
      return false;
    }

    /** {@code 某某公司（0370700001）}, perhaps after {@code 参保单位：}. */
    private boolean nameWithCode(String text) {
      Matcher both = NAME_WITH_CODE.matcher(text);
      if (!both.matches() || !isCode(both.group(2)) || DATE.matcher(both.group(2)).matches()) {
        return false;
      }
      String before = CellTexts.strip(both.group(1));
      int colon = nextColon(before, 0);
      boolean labelled = colon > 0 && label(before.substring(0, colon)).isPresent();
      String named = labelled ? CellTexts.strip(before.substring(colon + 1)) : before;
      if (colon >= 0 && !labelled) {
        return false;
      }
      boolean codeAlone = both.group(2).length() >= SHORTEST_BARE_CODE;
      if (!labelled && !(codeAlone && ORGANISATION.matcher(named).matches())) {
        return false;
      }
      name = name == null && !named.isEmpty() ? named : name;
      code = code == null ? both.group(2) : code;
      return true;
    }

    private boolean toTheRight(int column, Field field, boolean bare) {
      for (int right = column + 1; right < row.cells().size(); right++) {
        CellValue cell = row.cell(right);
        if (!cell.isBlank()) {
          String value = normal(cell.asText());
          boolean usable =
              !value.isEmpty()
                  && nextColon(value, 0) < 0
                  && DeclarationHeader.EMPLOYEES.named(value).isEmpty()
                  && (!bare || looksMeant(field, value))
                  && set(field, value);
          if (usable) {
            cells.set(column);
            cells.set(right);
          }
          return usable;
        }
      }
      return false;
    }

    private boolean set(Field field, String value) {
      if (field != Field.EMPLOYER_NAME) {
        Optional<String> read = codeAtStart(value);
        return read.isPresent() && setCode(field, read.get());
      }
      if (UNIT_VALUE.matcher(value).matches()) {
        return false;
      }
      Matcher both = NAME_WITH_CODE.matcher(value);
      if (both.matches() && isCode(both.group(2)) && !DATE.matcher(both.group(2)).matches()) {
        code = code == null ? both.group(2) : code;
        name = CellTexts.strip(both.group(1));
      } else {
        name = value;
      }
      return true;
    }

    private boolean setCode(Field field, String value) {
      if (field == Field.CREDIT_CODE) {
        creditCode = value;
      } else {
        code = value;
      }
      return true;
    }
  }

  /** A code at the start of a text, what follows being no part of it. */
  private static Optional<String> codeAtStart(String text) {
    Matcher grouped = GROUPED_CODE.matcher(text);
    if (grouped.lookingAt()) {
      return Optional.of(grouped.group(1).replace(" ", ""));
    }
    Matcher one = CODE.matcher(text);
    if (!one.lookingAt() || !isCode(one.group(1))) {
      return Optional.empty();
    }
    String rest = text.substring(one.end());
    if (listsAnother(one.group(1), rest)) {
      return Optional.empty();
    }
    boolean ends =
        rest.isEmpty()
            || !Character.isLetter(rest.charAt(0))
            || NAME_LABELS.stream().anyMatch(rest::startsWith)
            || DeclarationHeader.EMPLOYEES.words(Field.EMPLOYER_NAME).stream()
                .anyMatch(rest::startsWith);
    return ends ? Optional.of(one.group(1)) : Optional.empty();
  }

  /** Whether another code of the same form follows: one of several employers must not be picked. */
  private static boolean listsAnother(String code, String rest) {
    Matcher next = NEXT_CODE.matcher(rest);
    return next.lookingAt()
        && !next.group(1).equals(code)
        && form(next.group(1)).equals(form(code));
  }

  private static String form(String code) {
    return code.replaceAll("[0-9]", "0").replaceAll("[A-Za-z]", "a");
  }

  private static boolean isCode(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static int nextColon(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '：' || c == '︰' || c == '﹕') {
        return i;
      }
    }
    return -1;
  }

  /** The label before a colon begins after the last white space or separator before it. */
  private static int startOfLabel(String text, int from, int colon) {
    for (int i = colon - 1; i >= from; i--) {
      char c = text.charAt(i);
      if (CellTexts.isSpace(c) || ",，;；、|".indexOf(c) >= 0) {
        return i + 1;
      }
    }
    return from;
  }

  private static Optional<Field> label(String text) {
    String plain = NAME_AND_CODE.matcher(HeaderWords.plain(text)).replaceFirst("");
    if (NAME_LABELS.contains(plain)) {
      return Optional.of(Field.EMPLOYER_NAME);
    }
    return DeclarationHeader.EMPLOYEES
        .named(text)
        .or(() -> DeclarationHeader.EMPLOYEES.named(plain))
        .filter(
            field ->
                field == Field.EMPLOYER_CODE
                    || field == Field.CREDIT_CODE
                    || field == Field.EMPLOYER_NAME);
  }

  /** Without a colon a label may be a header: what stands beside it must look like its value. */
  private static boolean looksMeant(Field field, String value) {
    boolean codeLike = value.chars().allMatch(c -> c < 128) && isCode(value);
    return codeLike == (field != Field.EMPLOYER_NAME) && value.length() >= 2;
  }

  /** Half-width, without invisible characters and surrounding white space. */
  static String normal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        String half = Characters.halfWidth(text);
        return CellTexts.strip(half.replaceAll("\\p{Cf}", ""));
      }
    }
    return text;
  }
}
