package basedecl.cell;

import java.util.regex.Pattern;

/**
 * Somebody's whole row in one cell, as in a line of a text file whose separators are not those of
 * the other lines: {@code 李四;370702199001010012;5000}.
 */
public final class UndividedRow {

  private static final int LOOKED_AT = 200;
  private static final int SHORTEST = 20;

  /** An identity number between separators, no label before it as in 经办人：王五，…. */
  private static final Pattern PERSON =
      Pattern.compile(
          "^[^:：]*[,;|\\t，；][\\s'\"]*\\d{17}[\\dXx][\\s'\"]*[,;|\\t，；]"
              + "|^[\\s'\"]*\\d{17}[\\dXx][\\s'\"]*[,;|\\t，；][^:：]*[,;|\\t，；]");

  private UndividedRow() {}

  public static boolean isIn(CellValue cell) {
    return cell instanceof CellValue.Text text && isIn(text.text());
  }

  public static boolean isIn(String text) {
    return text.length() >= SHORTEST && text.length() <= LOOKED_AT && PERSON.matcher(text).find();
  }
}
