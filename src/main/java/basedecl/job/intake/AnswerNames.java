package basedecl.job.intake;

import basedecl.ledger.intake.IntakeFile;
import java.util.HashSet;
import java.util.Set;

/**
 * Where in {@code receipts/} the answers of a run lie: under the file's path within the inbox, in
 * ASCII. Other characters become {@code _}, and what is too long is cut; the file's number in the
 * run then keeps the names apart, as it does where a file would need the name of another's folder.
 * The answers to a file that holds several employers lie in a folder of their own, named by the
 * employers' codes.
 */
final class AnswerNames {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_CODE = 40;
  private static final String SUFFIX = ".xlsx";
  private static final String OF_EMPLOYERS = "-employers";
  private static final String CENTRE = "for-the-centre";

  private final Set<String> files = new HashSet<>();
  private final Set<String> folders = new HashSet<>();

  /**
   * @param plain whether it is the file's own path, with {@code .xlsx} where that was missing
   */
  record Name(String path, boolean plain) {}

  Name of(IntakeFile file) {
    String ascii = ascii(file);
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

  /** The names of the answers to the employers of one file. */
  final class Folder {
    private final String path;

    private Folder(String path) {
      this.path = path;
      take(path + "/" + CENTRE + SUFFIX);
    }

    String path() {
      return path;
    }

    /** Of the rows that belong to nobody: the centre's, which no employer is sent. */
    String centre() {
      return path + "/" + CENTRE + SUFFIX;
    }

    /** Of an employer that is told of people declared twice. */
    String of(SpecialPersons.Told told) {
      return of(told.declaration().employerCode(), told.declaration().version());
    }

    /**
     * @param place of the employer in the file, from 1
     */
    String of(String employer, int place) {
      String ascii = employer.replaceAll("[^A-Za-z0-9_-]", "_");
      String plain = path + "/" + ascii + SUFFIX;
      if (ascii.equals(employer) && ascii.length() <= LONGEST_CODE && take(plain)) {
        return plain;
      }
      String kept = ascii.length() > LONGEST_CODE ? ascii.substring(0, LONGEST_CODE) : ascii;
      String numbered = path + "/" + kept + "-" + place + SUFFIX;
      for (int i = 2; !take(numbered); i++) {
        numbered = path + "/" + kept + "-" + place + "-" + i + SUFFIX;
      }
      return numbered;
    }
  }

  /** A folder by a name of our own. */
  Folder folder(String name) {
    String path = name;
    for (int i = 2; !isFreeFolder(path); i++) {
      path = name + "-" + i;
    }
    return new Folder(path);
  }

  /** The folder of a file that holds several employers. */
  Folder folder(IntakeFile file) {
    String ascii = ascii(file);
    boolean plain = ascii.equals(file.path()) && ascii.length() <= LONGEST_NAME;
    String kept = ascii.length() > LONGEST_NAME ? ascii.substring(0, LONGEST_NAME) : ascii;
    String path = (plain ? ascii : kept + "-" + file.sequence()) + OF_EMPLOYERS;
    for (int i = 2; !isFreeFolder(path); i++) {
      path = kept.replace('/', '_') + "-" + file.sequence() + "-" + i + OF_EMPLOYERS;
    }
    return new Folder(path);
  }

  private boolean isFreeFolder(String path) {
    return !folders.contains(path)
        && !files.contains(path)
        && above(path).stream().noneMatch(files::contains);
  }

  private static String ascii(IntakeFile file) {
    return file.path().replaceAll("[^A-Za-z0-9._/-]", "_").replaceAll("\\.+/|/\\.+", "/_");
  }

  private boolean take(String name) {
    Set<String> above = above(name);
    if (folders.contains(name)
        || files.contains(name)
        || above.stream().anyMatch(files::contains)) {
      return false;
    }
    files.add(name);
    folders.addAll(above);
    return true;
  }

  private static Set<String> above(String name) {
    Set<String> above = new HashSet<>();
    for (int i = name.indexOf('/'); i >= 0; i = name.indexOf('/', i + 1)) {
      above.add(name.substring(0, i));
    }
    return above;
  }
}
