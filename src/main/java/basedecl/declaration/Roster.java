package basedecl.declaration;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The employers that a centre knows, in the order of its list, by code. */
public final class Roster {

  private final Map<String, Employer> byCode;

  public Roster(Collection<Employer> employers) {
    Map<String, Employer> map = new LinkedHashMap<>();
    employers.forEach(employer -> map.put(employer.code(), employer));
    byCode = Collections.unmodifiableMap(map);
  }

  public Optional<Employer> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  public Collection<Employer> employers() {
    return byCode.values();
  }
}
