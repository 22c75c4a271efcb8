package basedecl.report;

import static basedecl.report.ReportTexts.percent;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.audit.YearRules;
import basedecl.money.Percent;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.PublishedLimits;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What stands in the titles of every workbook of a year: the policy and the figures it used. */
public record YearHeading(
    Policy policy,
    int year,
    LocalDate businessDate,
    PublishedLimits limits,
    Optional<ContributionRate> rate,
    Optional<FlagThreshold> threshold)
    implements PolicyHeading {

  /** The heading of workbooks whose figures came from these rules. */
  public static YearHeading of(Policy policy, int year, LocalDate businessDate, YearRules rules) {
    return new YearHeading(
        policy, year, businessDate, rules.limits(), rules.rate(), rules.threshold());
  }

  /** Both limits, their standing (暂行 or 正式) and the document that published them. */
  public String limitsNote() {
    return say(
        "heading.limits",
        yuan(limits.limits().lower()),
        yuan(limits.limits().upper()),
        ReportTexts.standing(limits.standing()),
        limits.from().toString(),
        limits.citation().text());
  }

  /** The rates behind the amounts due, which are those of one month. */
  public String ratesNote() {
    return rate.map(
            r ->
                say(
                    "heading.rates",
                    percent(r.employer()),
                    percent(r.personal()),
                    r.citation().text()))
        .orElseGet(() -> say("heading.no-rates"));
  }

  /** Says in words that a rate is no document's figure (domain 5). */
  public List<String> warnings() {
    return rate
        .filter(ContributionRate::placeholder)
        .map(r -> say("heading.placeholder", percent(r.employer()), percent(r.personal())))
        .stream()
        .toList();
  }

  public Optional<String> thresholdNote() {
    return threshold.map(
        t -> say("heading.threshold", Percent.exact(t.moreThan()), t.citation().text()));
  }
}
