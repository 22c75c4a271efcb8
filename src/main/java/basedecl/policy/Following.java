package basedecl.policy;

import basedecl.policy.rule.Deadline;
import java.util.List;
import java.util.Optional;

/**
 * A further kind of insurance on the same declaration: its bases are those declared under another
 * policy, its rates or amounts its own, and so are its dues, payments and late fees.
 *
 * @param basesOf the policy that is declared under
 * @param onlyEmployers whom it is for; empty where it is for every employer
 * @param ownDeadlines whether the deadlines are its own; else those of the other policy hold
 * @param ownLateFees likewise for the rules of late fees
 */
public record Following(
    String basesOf,
    Optional<EmployerGroup> onlyEmployers,
    boolean ownDeadlines,
    boolean ownLateFees) {

  /** What a policy takes from the one it follows where it states nothing itself. */
  public static List<Deadline> deadlines(Policy base, LastDays lastDays) {
    return base.deadlines().stream()
        .map(
            deadline ->
                new Deadline(
                    deadline.period(),
                    deadline.stated(),
                    lastDays.inForce(deadline.stated()),
                    deadline.citation()))
        .toList();
  }
}
