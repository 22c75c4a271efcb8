package basedecl.policyfile;

import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.LimitsStanding;
import basedecl.policy.rule.PublishedLimits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The key {@code limits}. A published limit is taken as it stands; one that strays from 60 % or 300
 * % of the average published with it ({@code average:}, yuan a month) by a yuan or more is worth a
 * warning, never a refusal: authorities round (domain 2.3).
 */
final class LimitsReader {

  static final List<String> KEYS =
      List.of(
          "year",
          "from",
          "lower",
          "upper",
          "status",
          "published",
          "average",
          "placeholder",
          "citation");

  private static final BigDecimal LOWER_SHARE = new BigDecimal("0.6");
  private static final BigDecimal UPPER_SHARE = new BigDecimal("3");

  private record Moment(YearMonth from, LocalDate published) {}

  private final List<Message> warnings;

  LimitsReader(List<Message> warnings) {
    this.warnings = warnings;
  }

  List<PublishedLimits> read(List<Section> entries) {
    Map<Moment, Integer> lines = new HashMap<>();
    List<PublishedLimits> all = new ArrayList<>();
    for (Section entry : entries) {
      PublishedLimits limits = one(entry);
      Integer first =
          lines.putIfAbsent(new Moment(limits.from(), limits.published()), entry.line());
      if (first != null) {
        throw entry
            .file()
            .refusal(
                "policy.limits-twice",
                entry.line(),
                limits.from().toString(),
                limits.published().toString(),
                first.toString());
      }
      all.add(limits);
    }
    all.sort(Comparator.comparing(PublishedLimits::from).thenComparing(PublishedLimits::published));
    return List.copyOf(all);
  }

  private PublishedLimits one(Section entry) {
    Scalar lower = entry.required("lower");
    Scalar upper = entry.required("upper");
    if (lower.money().isMoreThan(upper.money())) {
      throw entry
          .file()
          .refusal("policy.lower-above-upper", lower.line(), lower.text(), upper.text());
    }
    Limits limits = new Limits(lower.money(), upper.money());
    int year = entry.required("year").year();
    YearMonth from = entry.required("from").month();
    warnOfYear(entry, year, from);
    entry.optional("average").ifPresent(average -> warnOfStraying(limits, average));
    return new PublishedLimits(
        year,
        from,
        limits,
        entry
            .required("status")
            .oneOf(List.of(LimitsStanding.values()), s -> s.name().toLowerCase(Locale.ROOT)),
        entry.required("published").date(),
        entry.citation());
  }

  /** A contribution year may begin in any month, but its limits hold in it or the year after. */
  private void warnOfYear(Section entry, int year, YearMonth from) {
    if (from.getYear() != year && from.getYear() != year + 1) {
      warnings.add(
          Message.of(
              "policy.warning.year",
              entry.file().name(),
              Integer.toString(entry.line()),
              from.toString(),
              Integer.toString(year)));
    }
  }

  private void warnOfStraying(Limits limits, Scalar average) {
    warnOfStraying(limits.lower(), "60%", average, LOWER_SHARE);
    warnOfStraying(limits.upper(), "300%", average, UPPER_SHARE);
  }

  private void warnOfStraying(Money limit, String share, Scalar average, BigDecimal factor) {
    BigDecimal expected = average.money().amount().multiply(factor);
    if (limit.amount().subtract(expected).abs().compareTo(BigDecimal.ONE) >= 0) {
      warnings.add(
          Message.of(
              "policy.warning.strays",
              average.file().name(),
              Integer.toString(average.line()),
              limit.toString(),
              share,
              average.text(),
              Money.rounded(expected).toString()));
    }
  }
}
