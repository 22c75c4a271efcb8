package basedecl.job.run;

import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import java.util.EnumMap;
import java.util.Map;

/** A region's policies of those who pay alone by kind of insurance. */
public final class RegionPolicies {

  private RegionPolicies() {}

  /** The kinds the region has a policy for, each with it. */
  public static Map<InsuranceKind, Policy> byKind(Rulebook rules) {
    Map<InsuranceKind, Policy> policies = new EnumMap<>(InsuranceKind.class);
    for (Policy policy : rules.policies()) {
      for (InsuranceKind kind : InsuranceKind.values()) {
        if (policy.offers(kind)) {
          policies.put(kind, policy);
        }
      }
    }
    return policies;
  }
}
