package basedecl.spreadsheet;

import basedecl.declaration.CellValue;
import basedecl.declaration.Field;
import java.text.Normalizer;
import java.util.Optional;

/**
 * The employer named above a table: {@code 单位编号：…} and {@code 单位名称：…}, in one cell with the value
 * or with the value to the right. A new block after a table replaces the whole of the former one.
 */
final class EmployerBlock {

  private String code = "";
  private String name = "";
  private boolean complete;

  String code() {
    return code;
  }

  String name() {
    return name;
  }

  /** A table has begun: the next label starts another block. */
  void close() {
    complete = true;
  }

  /** Whether the row held such a label with a value, which it now stands for. */
  boolean absorb(SheetRow row) {
    boolean any = false;
    for (int column = 0; column < row.cells().size(); column++) {
      if (row.cell(column) instanceof CellValue.Text text && mayBeLabel(text.text())) {
        any |= absorb(row, column, text.text());
      }
    }
    return any;
  }

  private static boolean mayBeLabel(String text) {
    if (text.length() > 500) {
      return false;
    }
    return text.indexOf('单') >= 0
        || text.indexOf('码') >= 0
        || text.indexOf('号') >= 0
        || text.indexOf('單') >= 0;
  }

  private boolean absorb(SheetRow row, int column, String text) {
    boolean any = false;
    int labelStart = 0;
    int colon = nextColon(text, 0);
    if (colon < 0) {
      return label(text).isPresent() && toTheRight(row, column, label(text).get(), true);
    }
    while (colon >= 0) {
      Optional<Field> field = label(text.substring(labelStart, colon));
      int following = nextColon(text, colon + 1);
      int nextLabel = following < 0 ? text.length() : startOfLabel(text, colon + 1, following);
      if (field.isPresent()) {
        String value = CellTexts.strip(text.substring(colon + 1, nextLabel));
        if (!value.isEmpty()) {
          set(field.get(), value);
          any = true;
        } else if (following < 0) {
          any |= toTheRight(row, column, field.get(), false);
        }
      }
      labelStart = nextLabel;
      colon = following;
    }
    return any;
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
    return DeclarationHeader.EMPLOYEES
        .named(text)
        .filter(field -> field == Field.EMPLOYER_CODE || field == Field.EMPLOYER_NAME);
  }

  private boolean toTheRight(SheetRow row, int column, Field field, boolean bare) {
    for (int right = column + 1; right < row.cells().size(); right++) {
      CellValue cell = row.cell(right);
      if (!cell.isBlank()) {
        String value = cell.asText();
        boolean usable =
            !value.isEmpty()
                && nextColon(value, 0) < 0
                && DeclarationHeader.EMPLOYEES.named(value).isEmpty()
                && (!bare || looksMeant(field, value));
        if (usable) {
          set(field, value);
        }
        return usable;
      }
    }
    return false;
  }

  /** Without a colon a label may be a header: what stands beside it must look like its value. */
  private static boolean looksMeant(Field field, String value) {
    boolean codeLike =
        normal(value).chars().allMatch(c -> c < 128) && value.chars().anyMatch(Character::isDigit);
    return codeLike == (field == Field.EMPLOYER_CODE) && value.length() >= 2;
  }

  private void set(Field field, String value) {
    if (complete) {
      boolean repeated =
          field == Field.EMPLOYER_CODE ? codeOf(value).equals(code) : value.equals(name);
      if (repeated) {
        return;
      }
      code = "";
      name = "";
      complete = false;
    }
    if (field == Field.EMPLOYER_CODE) {
      code = codeOf(value);
    } else {
      name = value;
    }
  }

  /** A code ends at the first white space; what follows in the cell is something else. */
  private static String codeOf(String value) {
    String normal = normal(value);
    int end = 0;
    while (end < normal.length() && !CellTexts.isSpace(normal.charAt(end))) {
      end++;
    }
    return normal.substring(0, end);
  }

  /** Half-width, without surrounding white space. */
  static String normal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return CellTexts.strip(Normalizer.normalize(text, Normalizer.Form.NFKC));
      }
    }
    return text;
  }
}
