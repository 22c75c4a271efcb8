package basedecl.policy;

import basedecl.policy.rule.Citation;
import java.util.Collection;
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

  /** The office of that name. */
  public Optional<Agency> find(String name) {
    return agencies.stream().filter(agency -> agency.isNamed(name)).findFirst();
  }

  /** Which of these names, each once and in order, name no office; blank ones are no names. */
  public List<String> unknown(Collection<String> names) {
    return names.stream()
        .filter(name -> !name.isBlank())
        .filter(name -> find(name).isEmpty())
        .distinct()
        .sorted()
        .toList();
  }
}
