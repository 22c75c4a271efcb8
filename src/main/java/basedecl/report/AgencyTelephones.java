package basedecl.report;

import basedecl.policy.Agency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The telephone numbers of each agency, joined by {@code 、}. Names agree whatever spaces stand in
 * them: the notice's annex spells {@code 市 直}.
 */
public final class AgencyTelephones {

  private final Map<String, String> numbers = new HashMap<>();

  public AgencyTelephones(List<Agency> agencies) {
    for (Agency agency : agencies) {
      numbers.put(withoutSpaces(agency.name()), String.join("、", agency.telephones()));
    }
  }

  /** Empty for an agency that is not known. */
  public String of(String agency) {
    return numbers.getOrDefault(withoutSpaces(agency), "");
  }

  private static String withoutSpaces(String name) {
    return name.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
