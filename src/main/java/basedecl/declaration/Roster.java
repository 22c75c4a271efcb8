package basedecl.declaration;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The employers that a centre knows, in the order of its list, by code. */
public final class Roster {

  private final Map<String, Employer> byCode;
  private final Map<String, String> byCreditCode;

  public Roster(Collection<Employer> employers) {
    Map<String, Employer> map = new LinkedHashMap<>();
    employers.forEach(employer -> map.put(employer.code(), employer));
    byCode = Collections.unmodifiableMap(map);
    Map<String, String> credit = new HashMap<>();
    for (Employer employer : map.values()) {
      // an empty text where two employers share one
      employer
          .creditCode()
          .ifPresent(
              code ->
                  credit.merge(
                      code.text().toUpperCase(Locale.ROOT), employer.code(), (one, other) -> ""));
    }
    byCreditCode = Map.copyOf(credit);
  }

  public Optional<Employer> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The code of the employer with that social credit code, if just one has it. */
  public Optional<String> codeOf(String creditCode) {
    return Optional.ofNullable(byCreditCode.get(creditCode)).filter(code -> !code.isEmpty());
  }

  public Collection<Employer> employers() {
    return byCode.values();
  }
}
