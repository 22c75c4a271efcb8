package basedecl.policy;

import basedecl.policy.rule.Citation;
import java.util.List;
import java.util.Optional;

/**
 * The offices of a region in the order of the published list, with the document that names them and
 * the hotline for everybody.
 */
public record AgencyDirectory(
    String region, List<Agency> agencies, Optional<String> hotline, Citation citation) {

  public AgencyDirectory {
    agencies = List.copyOf(agencies);
  }

  /** The office of that name; blanks in the name do not matter (the annex prints {@code 市 直}). */
  public Optional<Agency> find(String name) {
    String wanted = withoutBlanks(name);
    return agencies.stream().filter(a -> withoutBlanks(a.name()).equals(wanted)).findFirst();
  }

  private static String withoutBlanks(String name) {
    return name.replaceAll("[\\s\\u3000\\u00a0]+", "");
  }
}
