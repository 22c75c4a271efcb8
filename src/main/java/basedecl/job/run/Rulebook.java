package basedecl.job.run;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import basedecl.policy.PolicyBook;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The policies a run stands on and the name it is recorded under: one policy under its own name, or
 * all policies of those who pay alone in a region, flexible workers and residents, under the
 * region's.
 */
public record Rulebook(String name, List<Policy> policies) {

  public Rulebook {
    policies = List.copyOf(policies);
    if (policies.isEmpty()) {
      throw new IllegalArgumentException("A run stands on a policy at least");
    }
  }

  public static Rulebook of(Policy policy) {
    return new Rulebook(policy.name(), List.of(policy));
  }

  /**
   * The policies that {@code policy:} or {@code region:} of the settings names.
   *
   * @throws RefusedException if there is none, naming those there are
   */
  public static Rulebook of(JobSettings settings, PolicyBook shelf) {
    Optional<String> region = settings.optional(CommonKeys.REGION);
    if (region.isEmpty()) {
      return of(shelf.require(settings.text(CommonKeys.POLICY)));
    }
    List<Policy> flexible =
        shelf.policies().stream().filter(policy -> regionOf(policy).equals(region)).toList();
    if (flexible.isEmpty()) {
      throw new RefusedException(
          Message.of("job.region-unknown", region.get(), String.join(", ", regions(shelf))));
    }
    return new Rulebook(region.get(), flexible);
  }

  /** The first of the policies; the only one unless the run stands for a region. */
  public Policy first() {
    return policies.get(0);
  }

  /** Changes when any of the policies does. */
  public String version() {
    if (policies.size() == 1) {
      return first().version();
    }
    StringBuilder all = new StringBuilder();
    policies.forEach(policy -> all.append(policy.name()).append(' ').append(policy.version()));
    return DigestUtils.sha256Hex(all.toString());
  }

  private static TreeSet<String> regions(PolicyBook shelf) {
    TreeSet<String> regions = new TreeSet<>();
    shelf.policies().forEach(policy -> regionOf(policy).ifPresent(regions::add));
    return regions;
  }

  private static Optional<String> regionOf(Policy policy) {
    return Arrays.stream(InsuranceKind.values())
        .filter(policy::isFlexible)
        .map(
            kind ->
                policy.name().substring(0, policy.name().length() - kind.policyEnd().length() - 1))
        .findFirst();
  }
}
