package basedecl.report.explain;

import basedecl.assessment.MonthSpan;
import basedecl.policy.rule.PublishedLimits;
import java.util.List;
import java.util.Optional;

/** The year month by month: months of the same limits, rates and bases are told together. */
final class SpansExplanation {

  private SpansExplanation() {}

  /**
   * @param key of the sentence about base and dues
   */
  static void write(List<MonthSpan> spans, String key, Explanation explanation) {
    explanation.say("spans");
    for (MonthSpan span : spans) {
      if (span.base().signum() == 0) {
        continue; // nobody counts in these months
      }
      write(span, key, explanation.item("months_assessed"));
    }
  }

  private static void write(MonthSpan span, String key, Explanation explanation) {
    Optional<PublishedLimits> limits = span.limits();
    explanation
        .put("from", span.from().toString())
        .put("to", span.to().toString())
        .put("lower", limits.map(l -> l.limits().lower()))
        .put("upper", limits.map(l -> l.limits().upper()))
        .put("citation", limits.map(l -> l.citation().text()).orElse(""))
        .put("base", span.base())
        .put("employer_rate", rate(span.rate().flatMap(r -> r.employer())))
        .put("personal_rate", rate(span.rate().flatMap(r -> r.personal())))
        .put("employer_due", span.dues().employer())
        .put("personal_due", span.dues().personal())
        .put("total_due", span.dues().total());
    explanation.say(
        key,
        span.from(),
        span.to(),
        span.base(),
        Explanation.yuan(span.dues().employer()),
        Explanation.yuan(span.dues().personal()),
        Explanation.yuan(span.dues().total()),
        limits(limits, explanation));
  }

  private static String limits(Optional<PublishedLimits> limits, Explanation explanation) {
    return limits
        .map(
            known ->
                explanation.words(
                    "span-limits",
                    known.limits().lower().toString(),
                    known.limits().upper().toString(),
                    explanation.words("standing." + known.standing().name()),
                    known.citation().text()))
        .orElseGet(() -> explanation.words("span-no-limits"));
  }

  private static String rate(Optional<?> rate) {
    return rate.map(Object::toString).orElse("");
  }
}
