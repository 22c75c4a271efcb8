package basedecl.declarationfile;

import basedecl.cell.CellTexts;
import basedecl.cell.Characters;
import basedecl.declaration.Roster;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The employers' codes of one file in one spelling: half-width, without blanks, invisible
 * characters, the apostrophe and the {@code .0} of spreadsheets; dashes do not tell two employers
 * apart. A social credit code stands for the code that the roster has for it.
 */
final class EmployerCodes {

  private final Optional<Roster> roster;

  /** By the code without dashes, as it was spelled first. */
  private final Map<String, String> spelled = new HashMap<>();

  EmployerCodes(Optional<Roster> roster) {
    this.roster = roster;
  }

  /** The code in its one spelling, {@code ""} for none. */
  String code(String written) {
    String normal = normal(written);
    if (normal.isEmpty() || roster.filter(known -> known.find(normal).isPresent()).isPresent()) {
      return normal;
    }
    String plain = normal.replaceAll("[-‐‑‒–—―－]", "");
    if (roster.filter(known -> known.find(plain).isPresent()).isPresent()) {
      return plain;
    }
    String first = spelled.putIfAbsent(plain, normal);
    return first == null ? normal : first;
  }

  /** The employer of a social credit code: by the roster, else that code itself. */
  String ofCreditCode(String written) {
    String normal = normal(written).toUpperCase(Locale.ROOT);
    return roster.flatMap(known -> known.codeOf(normal)).orElse(normal);
  }

  static String normal(String text) {
    if (isPlain(text)) {
      return text;
    }
    String half = Characters.halfWidth(text);
    StringBuilder kept = new StringBuilder(half.length());
    for (int i = 0; i < half.length(); i++) {
      char c = half.charAt(i);
      boolean leading = kept.isEmpty() && "'’‘`".indexOf(c) >= 0;
      if (!leading && !CellTexts.isSpace(c) && Character.getType(c) != Character.FORMAT) {
        kept.append(c);
      }
    }
    String code = kept.toString();
    return code.endsWith(".0") && code.chars().limit(code.length() - 2).allMatch(Character::isDigit)
        ? code.substring(0, code.length() - 2)
        : code;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
        return false;
      }
    }
    return true;
  }
}
