package basedecl.policyfile.text;

import basedecl.message.Language;
import basedecl.policy.Policy;
import basedecl.policy.rule.PublishedLimits;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything a policy says, for a terminal or a page.
 *
 * @param title the policy's own and its name
 * @param file where it stands, and its version
 * @param placeholderNote empty where every figure has its document
 */
public record PolicyTables(
    String title, String file, List<PolicyTable> tables, String placeholderNote) {

  public PolicyTables {
    tables = List.copyOf(tables);
  }

  /**
   * @param year only what holds in some month of that year
   * @param knownOn only limits published by that day (inclusive)
   */
  public static PolicyTables of(
      Policy policy, Optional<Integer> year, Optional<LocalDate> knownOn, Language language) {
    return TablesOfPolicy.of(policy, year, knownOn, language);
  }

  /** The years for which it has limits or tiers. */
  public static String years(Policy policy) {
    return Stream.concat(
            policy.limits().stream().map(PublishedLimits::year),
            policy.tiers().stream().map(t -> t.from().getYear()))
        .distinct()
        .sorted()
        .map(String::valueOf)
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }
}
