package basedecl.report;

import static basedecl.report.ReportTexts.percent;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.policy.InsuranceKind;
import basedecl.policy.Payee;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.PublishedLimits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands in the titles of the flexible workers' workbooks: each policy and its figures. */
public record RegionHeading(List<Policy> policies, int year, LocalDate businessDate) {

  public RegionHeading {
    policies = List.copyOf(policies);
  }

  /** A title with the year in it; {@code key} is one of the report's messages. */
  public String title(String key) {
    return say(key, String.valueOf(year));
  }

  /** A line on year and day, then for each policy its limits, rate and documents. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(say("region.day", String.valueOf(year), businessDate.toString()));
    for (Policy policy : policies) {
      policy
          .limitsFor(year, month(), businessDate)
          .ifPresent(limits -> notes.add(limitsNote(policy, limits)));
      policy.rateFor(month()).ifPresent(rate -> notes.add(rateNote(policy, rate)));
      policy.payee().ifPresent(payee -> notes.add(payeeNote(policy, payee)));
    }
    return notes;
  }

  /** Says in words that a rate is no document's figure, or that there is none. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (Policy policy : policies) {
      policy
          .rateFor(month())
          .filter(ContributionRate::placeholder)
          .ifPresent(
              rate ->
                  warnings.add(
                      say("region.placeholder", policy.title(), percent(rate.personal()))));
    }
    return warnings;
  }

  private static String limitsNote(Policy policy, PublishedLimits limits) {
    return say(
        "region.limits",
        policy.title(),
        yuan(limits.limits().lower()),
        yuan(limits.limits().upper()),
        ReportTexts.standing(limits.standing()),
        limits.from().toString(),
        limits.citation().text());
  }

  /** Whom to pay for that kind of insurance; empty where no policy says so. */
  public Optional<Payee> payee(InsuranceKind kind) {
    return policies.stream()
        .filter(policy -> policy.isFlexible(kind))
        .findFirst()
        .flatMap(Policy::payee);
  }

  private static String payeeNote(Policy policy, Payee payee) {
    return say(
        "region.payee", policy.title(), payee.name(), payee.agency(), payee.citation().text());
  }

  private static String rateNote(Policy policy, ContributionRate rate) {
    return say("region.rate", policy.title(), percent(rate.personal()), rate.citation().text());
  }

  /** The month of the business date within the year. */
  private YearMonth month() {
    YearMonth month = YearMonth.from(businessDate);
    if (month.getYear() < year) {
      return YearMonth.of(year, 1);
    }
    return month.getYear() > year ? YearMonth.of(year, 12) : month;
  }
}
