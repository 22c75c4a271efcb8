package basedecl.policyfile;

import basedecl.policy.AgencyDirectory;
import basedecl.policy.EmployerGroup;
import basedecl.policy.Following;
import basedecl.policy.LastDays;
import basedecl.policy.Policy;
import basedecl.policy.WorkCalendar;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import basedecl.policy.rule.LateFeeRule;
import basedecl.policy.rule.Waiver;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A policy file of a further kind of insurance on the same declaration. For example:
 *
 * <pre>
 * policy: weifang-employee-large-amount
 * bases-of: weifang-employee-medical
 * amounts:
 *   - {from: 2024-01, employer: 5.00, personal: 3.00, citation: "..."}
 * </pre>
 *
 * Limits, the rounding of bases and what a change of limits does are those of the policy it
 * follows, and so are deadlines, their rule for rest days, late fees and waivers where the file
 * does not state them.
 */
final class FollowerReader {

  static final String BASES_OF = "bases-of";
  static final String ONLY_EMPLOYERS = "only-employers";
  static final String AMOUNTS = "amounts";

  /** What a follower may state. */
  private static final List<String> OWN =
      List.of(
          "policy",
          "title",
          BASES_OF,
          ONLY_EMPLOYERS,
          "rates",
          AMOUNTS,
          "deadlines",
          "deadline-on-rest-day",
          "late-fee",
          "waivers",
          "agencies");

  private final Map<String, Policy> bases;
  private final Set<String> followers;
  private final WorkCalendar calendar;

  /**
   * @param bases the policies that follow none, by name
   * @param followers the names of those that follow one
   */
  FollowerReader(Map<String, Policy> bases, Set<String> followers, WorkCalendar calendar) {
    this.bases = bases;
    this.followers = followers;
    this.calendar = calendar;
  }

  Policy read(Section root, String name, Optional<AgencyDirectory> agencies) {
    SourceFile file = root.file();
    for (String key : PolicyReader.KEYS) {
      if (root.has(key) && !OWN.contains(key)) {
        throw file.refusal("policy.follower-key", root.lineOf(key), key, String.join(", ", OWN));
      }
    }
    if (root.has("rates") && root.has(AMOUNTS)) {
      throw file.refusal("policy.rates-and-amounts", root.lineOf(AMOUNTS));
    }
    Policy base = base(root, name);
    LastDays lastDays =
        root.has("deadline-on-rest-day")
            ? new LastDays(RulesReader.restDayRule(root, "deadline-on-rest-day"), calendar)
            : base.lastDays();
    return new Policy(
        name,
        root.optional("title").map(Scalar::words).orElse(name),
        file.version(),
        file.name(),
        base.limits(),
        base.baseRounding(),
        rates(root),
        root.has("deadlines")
            ? DatedValues.read(
                "deadlines",
                root.sections("deadlines", RulesReader.DEADLINE),
                entry -> RulesReader.deadline(entry, lastDays),
                Deadline::period)
            : Following.deadlines(base, lastDays),
        root.has("late-fee")
            ? DatedValues.read(
                "late-fee",
                root.sections("late-fee", RulesReader.LATE_FEE),
                RulesReader::lateFee,
                LateFeeRule::from)
            : base.lateFees(),
        root.has("waivers")
            ? DatedValues.read(
                "waivers",
                root.sections("waivers", RulesReader.WAIVER),
                RulesReader::waiver,
                Waiver::from)
            : base.waivers(),
        List.of(),
        List.of(),
        base.untilDeclared(),
        base.limitChanges(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        agencies,
        Optional.empty(),
        lastDays,
        Optional.of(
            new Following(
                base.name(),
                root.optional(ONLY_EMPLOYERS)
                    .map(
                        word ->
                            word.oneOf(Arrays.asList(EmployerGroup.values()), EmployerGroup::word)),
                root.has("deadlines"),
                root.has("late-fee"))));
  }

  private Policy base(Section root, String name) {
    Scalar followed = root.required(BASES_OF);
    SourceFile file = root.file();
    if (followed.text().equals(name)) {
      throw file.refusal("policy.bases-of-itself", followed.line(), name);
    }
    if (followers.contains(followed.text())) {
      throw file.refusal("policy.bases-of-follower", followed.line(), followed.text());
    }
    Policy base = bases.get(followed.text());
    if (base == null) {
      throw file.refusal(
          "policy.bases-of-unknown",
          followed.line(),
          followed.text(),
          String.join(", ", bases.keySet()));
    }
    return base;
  }

  private static List<ContributionRate> rates(Section root) {
    return root.has(AMOUNTS)
        ? DatedValues.read(
            AMOUNTS,
            root.sections(AMOUNTS, RulesReader.AMOUNT),
            RulesReader::fixedAmounts,
            ContributionRate::from)
        : DatedValues.read(
            "rates",
            root.sections("rates", RulesReader.RATE),
            RulesReader::furtherRate,
            ContributionRate::from);
  }
}
