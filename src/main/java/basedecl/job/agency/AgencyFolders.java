package basedecl.job.agency;

import basedecl.ledger.year.DeclarationRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The folders of agencies' workbooks: each is called as the agency, without what a file system does
 * not take; two that would be called alike on some file system are numbered.
 */
public final class AgencyFolders {

  /** In it the agencies' own folders lie, under the outputs. */
  public static final String PARENT = "agencies";

  /** Characters; three bytes each they stay below the 255 that a name may take. */
  private static final int LONGEST = 60;

  private AgencyFolders() {}

  /** The agency of a declaration's employer, as the roster has it now. */
  public static String agencyOf(DeclarationRecord declaration) {
    return declaration.agency().strip();
  }

  /** An agency as people call it; {@code ""} is said in words. */
  static String name(String agency) {
    return agency.isEmpty() ? Message.of("report.province.no-agency").in(Language.ZH) : agency;
  }

  /** The folder's name by agency, in the order of the agencies. */
  static Map<String, String> of(Collection<String> agencies) {
    Map<String, String> folders = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (String agency : agencies) {
      String safe = safe(name(agency));
      String folder = safe;
      for (int i = 2; !taken.add(folder.toLowerCase(Locale.ROOT)); i++) {
        folder = safe + "-" + i;
      }
      folders.put(agency, folder);
    }
    return folders;
  }

  private static String safe(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}()（）·_-]+", "_");
    int length = Math.min(plain.length(), LONGEST);
    boolean halved = length > 0 && Character.isHighSurrogate(plain.charAt(length - 1));
    return plain.substring(0, halved ? length - 1 : length);
  }
}
