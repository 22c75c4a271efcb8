package basedecl.declarationfile;

import basedecl.declaration.Roster;
import basedecl.person.SocialCreditCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The employer that a file's folder is named by, where the file itself names none: with a roster a
 * folder named by one of its codes, without one a folder of six to twenty digits that is no date,
 * or a social credit code.
 */
final class EmployerFolder {

  private static final Pattern DIGITS = Pattern.compile("\\d{6,20}");
  private static final Pattern DATE =
      Pattern.compile("(19|20)\\d\\d(0[1-9]|1[0-2])((0[1-9]|[12]\\d|3[01])(\\d{4}|\\d{6})?)?");

  private EmployerFolder() {}

  /**
   * @param folders the nearest first
   */
  static Optional<String> code(List<String> folders, Optional<Roster> roster) {
    return folders.stream()
        .map(EmployerBlock::normal)
        .filter(name -> roster.map(known -> isOn(known, name)).orElseGet(() -> isCode(name)))
        .findFirst();
  }

  private static boolean isOn(Roster roster, String name) {
    return roster.find(name).isPresent();
  }

  private static boolean isCode(String name) {
    return (DIGITS.matcher(name).matches() && !DATE.matcher(name).matches())
        || SocialCreditCode.read(name).isPresent();
  }
}
