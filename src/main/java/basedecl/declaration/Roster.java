package basedecl.declaration;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The employers that a centre knows, in the order of its list, by code. */
public final class Roster {

  private final Map<String, Employer> byCode;
  private final Map<String, String> byCreditCode;
  private final Map<String, EmployerEnd> ended;

  public Roster(Collection<Employer> employers) {
    this(employers, Map.of());
  }

  /**
   * @param ended those that are no more, by code
   */
  public Roster(Collection<Employer> employers, Map<String, EmployerEnd> ended) {
    this.ended = Map.copyOf(ended);
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

  /** Those that have not come to their end, in order. */
  public List<Employer> active() {
    return employers().stream().filter(employer -> !ended.containsKey(employer.code())).toList();
  }

  /** The code of the employer with that social credit code, if just one has it. */
  public Optional<String> codeOf(String creditCode) {
    return Optional.ofNullable(byCreditCode.get(creditCode)).filter(code -> !code.isEmpty());
  }

  public Collection<Employer> employers() {
    return byCode.values();
  }
}
