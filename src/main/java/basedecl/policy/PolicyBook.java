package basedecl.policy;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All policies at hand, in order of their names, the national figures, and what looked odd while
 * they were loaded.
 */
public record PolicyBook(List<Policy> policies, NationalRules national, List<Message> warnings) {

  public PolicyBook {
    policies = List.copyOf(policies);
    warnings = List.copyOf(warnings);
  }

  /**
   * The policy of that name.
   *
   * @throws RefusedException if there is none, naming those there are
   */
  public Policy require(String name) {
    return policies.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new RefusedException(Message.of("policy.unknown-policy", name, knownNames())));
  }

  /**
   * The policy of that name, where something is declared under it.
   *
   * @throws RefusedException if there is none, or if it follows another one, naming that one
   */
  public Policy requireDeclared(String name) {
    Policy policy = require(name);
    if (policy.following().isPresent()) {
      throw new RefusedException(
          Message.of("policy.nothing-declared", name, policy.declaredUnder()));
    }
    return policy;
  }

  /**
   * Whom a region's flexible workers pay for a kind of insurance; empty where no policy says so.
   */
  public Optional<Payee> payee(String region, InsuranceKind kind) {
    return flexible(region, kind).flatMap(Policy::payee);
  }

  /** A region's policy of that kind of insurance of those who pay alone. */
  public Optional<Policy> flexible(String region, InsuranceKind kind) {
    return policies.stream()
        .filter(p -> p.name().equals(region + "-" + kind.policyEnd()))
        .findFirst();
  }

  private String knownNames() {
    return policies.stream().map(Policy::name).collect(Collectors.joining(", "));
  }
}
