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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the titles of every workbook of a year: the policy, the month whose figures are
 * stated for everybody, and the figures used.
 *
 * @param limits those of the month as known on the business date
 * @param notices what a reader must know of those who stand on other limits
 */
public record YearHeading(
    Policy policy,
    LocalDate businessDate,
    YearMonth month,
    PublishedLimits limits,
    Optional<ContributionRate> rate,
    Optional<FlagThreshold> threshold,
    List<String> notices)
    implements PolicyHeading {

  public YearHeading {
    notices = List.copyOf(notices);
  }

  /** The heading of workbooks whose figures came from the rules of a month. */
  public static YearHeading of(
      Policy policy, LocalDate businessDate, YearMonth month, YearRules rules) {
    return new YearHeading(
        policy, businessDate, month, rules.limits(), rules.rate(), rules.threshold(), List.of());
  }

  /** The same with these notices. */
  public YearHeading with(LimitsNotices others) {
    return new YearHeading(policy, businessDate, month, limits, rate, threshold, others.onSheets());
  }

  @Override
  public int year() {
    return month.getYear();
  }

  /** The policy, the year, the day the run stands for, and the month whose figures are stated. */
  @Override
  public String policyNote() {
    return PolicyHeading.super.policyNote() + "　　" + ReportTexts.period(month);
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

  /** The notices, and in words that a rate is no document's figure (domain 5). */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>(notices);
    rate.filter(ContributionRate::placeholder)
        .map(r -> say("heading.placeholder", percent(r.employer()), percent(r.personal())))
        .ifPresent(warnings::add);
    return warnings;
  }

  public Optional<String> thresholdNote() {
    return threshold.map(
        t -> say("heading.threshold", Percent.exact(t.moreThan()), t.citation().text()));
  }
}
