package basedecl.desk.flexible;

import basedecl.desk.page.DeskKeys;
import basedecl.desk.page.DeskSettings;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the desk offers to those who pay alone: of the region of its settings, or of all. */
public final class Offers {

  private final List<Offer> all;

  /**
   * @throws RefusedException where the region of the settings has no policy for them
   */
  public Offers(DeskSettings desk) {
    Optional<String> region = desk.keys().optional(DeskKeys.FLEXIBLE_REGION);
    List<Offer> offers = new ArrayList<>();
    for (Policy policy : desk.policies().policies()) {
      for (InsuranceKind kind : InsuranceKind.values()) {
        if (policy.offers(kind) && region.map(regionOf(policy, kind)::equals).orElse(true)) {
          offers.add(new Offer(regionOf(policy, kind), kind, policy));
        }
      }
    }
    if (offers.isEmpty() && region.isPresent()) {
      throw new RefusedException(Message.of("desk.flexible.region-unknown", region.get()));
    }
    this.all = List.copyOf(offers);
  }

  private static String regionOf(Policy policy, InsuranceKind kind) {
    String name = policy.name();
    return name.substring(0, name.length() - kind.policyEnd().length() - 1);
  }

  public List<Offer> all() {
    return all;
  }

  public Optional<Offer> find(String key) {
    return all.stream().filter(offer -> offer.key().equals(key)).findFirst();
  }

  public Optional<Offer> find(String region, InsuranceKind kind) {
    return all.stream()
        .filter(offer -> offer.region().equals(region) && offer.kind() == kind)
        .findFirst();
  }

  /** Those of which something can be chosen for a year, as known on a day. */
  public List<Offer> of(int year, LocalDate day) {
    return all.stream()
        .filter(
            offer -> {
              YearMonth december = YearMonth.of(year, 12);
              return offer.quote(december, day).isPresent();
            })
        .toList();
  }

  /** A region's policies by kind. */
  public Map<InsuranceKind, Policy> policies(String region) {
    Map<InsuranceKind, Policy> policies = new EnumMap<>(InsuranceKind.class);
    all.stream()
        .filter(offer -> offer.region().equals(region))
        .forEach(offer -> policies.put(offer.kind(), offer.policy()));
    return policies;
  }
}
