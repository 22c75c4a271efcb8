package basedecl.declarationfile;

import java.util.HashSet;
import java.util.Set;

/** Which employers a whole sheet names, in its columns and in its blocks. */
final class EmployerSurvey {

  private static final int ENOUGH = 100;

  private final Set<String> codes = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private boolean anonymous;

  /**
   * @param another a block after a table that speaks of another employer
   */
  void block(String code, boolean another) {
    if (!code.isEmpty()) {
      codes.add(code);
    } else if (another) {
      anonymous = true;
    }
  }

  /** A person's row and the employer it gives by itself. */
  void person(String code, String name) {
    if (!code.isEmpty()) {
      if (codes.size() < ENOUGH) {
        codes.add(code);
      }
      if (!name.isEmpty() && names.size() < ENOUGH) {
        names.add(name);
      }
    }
  }

  boolean namesNobody() {
    return codes.isEmpty() && !anonymous;
  }

  /**
   * The code of the only employer, {@code ""} where there is none, where there are several, or
   * where a row names another.
   */
  String only(String name) {
    boolean same = name.isEmpty() || names.isEmpty() || names.contains(name);
    return codes.size() == 1 && !anonymous && same ? codes.iterator().next() : "";
  }
}
