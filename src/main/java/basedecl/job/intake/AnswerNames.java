package basedecl.job.intake;

import basedecl.ledger.intake.IntakeFile;
import java.util.HashSet;
import java.util.Set;

/**
 * Where in {@code receipts/} the answers of a run lie: under the file's path within the inbox, in
 * ASCII. Other characters become {@code _}, and what is too long is cut; the file's number in the
 * run then keeps the names apart, as it does where a file would need the name of another's folder.
 */
final class AnswerNames {

  private static final int LONGEST_NAME = 120;
  private static final String SUFFIX = ".xlsx";

  private final Set<String> files = new HashSet<>();
  private final Set<String> folders = new HashSet<>();

  /**
   * @param plain whether it is the file's own path, with {@code .xlsx} where that was missing
   */
  record Name(String path, boolean plain) {}

  Name of(IntakeFile file) {
    String ascii = file.path().replaceAll("[^A-Za-z0-9._/-]", "_").replaceAll("\\.+/|/\\.+", "/_");
    String name = ascii.endsWith(SUFFIX) ? ascii : ascii + SUFFIX;
    if (ascii.equals(file.path()) && name.length() <= LONGEST_NAME && take(name)) {
      return new Name(name, true);
    }
    String stem = name.substring(0, name.length() - SUFFIX.length());
    String kept = stem.length() > LONGEST_NAME ? stem.substring(0, LONGEST_NAME) : stem;
    String numbered = kept + "-" + file.sequence() + SUFFIX;
    for (int i = 2; !take(numbered); i++) {
      // Another file's folder lies in the way: the number stays, the folders go.
      numbered = kept.replace('/', '_') + "-" + file.sequence() + "-" + i + SUFFIX;
    }
    return new Name(numbered, false);
  }

  private boolean take(String name) {
    Set<String> above = new HashSet<>();
    for (int i = name.indexOf('/'); i >= 0; i = name.indexOf('/', i + 1)) {
      above.add(name.substring(0, i));
    }
    if (folders.contains(name)
        || files.contains(name)
        || above.stream().anyMatch(files::contains)) {
      return false;
    }
    files.add(name);
    folders.addAll(above);
    return true;
  }
}
