package basedecl.policyfile;

import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.money.Rounding;
import basedecl.policy.InstalmentRule;
import basedecl.policy.LastDays;
import basedecl.policy.Payee;
import basedecl.policy.UntilDeclared;
import basedecl.policy.rule.AnnualTiers;
import basedecl.policy.rule.BackPayment;
import basedecl.policy.rule.BaseRounding;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.Imputation;
import basedecl.policy.rule.LateFeeRule;
import basedecl.policy.rule.LimitChange;
import basedecl.policy.rule.MinimumAge;
import basedecl.policy.rule.MinimumWage;
import basedecl.policy.rule.RestDayRule;
import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import basedecl.policy.rule.Waiver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One entry of each list of a policy file, as the value it stands for. */
final class RulesReader {

  static final List<String> BASE_ROUNDING = List.of("scale", "mode", "placeholder", "citation");
  static final List<String> RATE =
      List.of("from", "employer", "personal", "placeholder", "citation");
  static final List<String> AMOUNT =
      List.of("from", "employer", "personal", "placeholder", "citation");
  static final List<String> DEADLINE = List.of("period", "date", "placeholder", "citation");
  private static final Citation NO_DOCUMENT = new Citation("暂用数，政策文件没有写明依据", true);
  static final List<String> REST_DAY = List.of("rule", "placeholder", "citation");
  static final List<String> LATE_FEE =
      List.of(
          "from",
          "daily-rate",
          "counts-from",
          "counts-payment-day",
          "cap-at-principal",
          "placeholder",
          "citation");
  static final List<String> WAIVER = List.of("from", "to", "placeholder", "citation");
  static final List<String> AUDIT = List.of("from", "more-than", "placeholder", "citation");
  static final List<String> IMPUTATION = List.of("from", "factor", "placeholder", "citation");
  static final List<String> UNTIL_DECLARED = List.of("from", "serves", "placeholder", "citation");
  static final List<String> LIMIT_CHANGE =
      List.of("from", "mode", "until", "retired-in-year", "decrease", "placeholder", "citation");
  static final List<String> PAYEE = List.of("name", "agency", "placeholder", "citation");
  static final List<String> MINIMUM_WAGE = List.of("from", "monthly", "placeholder", "citation");
  static final List<String> MINIMUM_AGE = List.of("from", "years", "placeholder", "citation");
  static final List<String> BACK_PAYMENT = List.of("from", "allowed", "placeholder", "citation");
  static final List<String> TIERS =
      List.of("from", "title", "count", "lowest", "highest", "amounts", "placeholder", "citation");
  static final List<String> INSTALMENTS =
      List.of("from", "paid-in", "day", "channel", "placeholder", "citation");

  private static final List<String> SIGNAL =
      List.of(
          "from",
          "signal",
          "on",
          "threshold",
          "measure",
          "least-headcount",
          "placeholder",
          "citation");

  private static final Rate NOTHING = Rate.of("0");
  private static final int MOST_PEOPLE = 999_999;
  private static final int OLDEST_MINIMUM_AGE = 60;
  private static final int MOST_TIERS = 100;
  private static final int LAST_DAY = 31;
  private static final List<RoundingMode> ROUNDING_MODES =
      Arrays.stream(RoundingMode.values()).filter(m -> m != RoundingMode.UNNECESSARY).toList();

  private RulesReader() {}

  static BaseRounding baseRounding(Section entry) {
    return new BaseRounding(
        new Rounding(
            entry.required("scale").count(0, Money.SCALE),
            entry.required("mode").oneOf(ROUNDING_MODES, RoundingMode::name)),
        entry.citation());
  }

  static Payee payee(Section entry) {
    return new Payee(
        entry.required("name").words(), entry.required("agency").words(), entry.citation());
  }

  static ContributionRate rate(Section entry) {
    Optional<Rate> employer = entry.optional("employer").map(RulesReader::share);
    Optional<Rate> personal = entry.optional("personal").map(RulesReader::share);
    if (employer.isEmpty() && personal.isEmpty()) {
      throw entry.file().refusal("policy.no-rate", entry.line());
    }
    return new ContributionRate(
        entry.required("from").month(), employer, personal, entry.placeholder(), entry.citation());
  }

  /** Of a further kind of insurance: a part that is left out costs nothing. */
  static ContributionRate furtherRate(Section entry) {
    ContributionRate rate = rate(entry);
    return new ContributionRate(
        rate.from(),
        rate.employer().or(() -> Optional.of(NOTHING)),
        rate.personal().or(() -> Optional.of(NOTHING)),
        rate.placeholder(),
        rate.citation());
  }

  /** Yuan a person and month; a part that is left out costs nothing. */
  static ContributionRate fixedAmounts(Section entry) {
    Optional<Money> employer = entry.optional("employer").map(Scalar::money);
    Optional<Money> personal = entry.optional("personal").map(Scalar::money);
    if (employer.isEmpty() && personal.isEmpty()) {
      throw entry.file().refusal("policy.no-rate", entry.line());
    }
    return ContributionRate.fixed(
        entry.required("from").month(),
        new ContributionRate.Fixed(employer.orElse(Money.ZERO), personal.orElse(Money.ZERO)),
        entry.placeholder(),
        entry.citation());
  }

  static Deadline deadline(Section entry, LastDays lastDays) {
    LocalDate stated = entry.required("date").date();
    return new Deadline(
        entry.required("period").month(), stated, lastDays.inForce(stated), entry.citation());
  }

  /** With its citation, or the bare word, which then stands as no document's. */
  static Optional<RestDayRule> restDayRule(Section root, String key) {
    if (root.isSingle(key)) {
      return root.optional(key).map(word -> new RestDayRule(treatment(word), NO_DOCUMENT));
    }
    return root.section(key, REST_DAY)
        .map(entry -> new RestDayRule(treatment(entry.required("rule")), entry.citation()));
  }

  private static RestDayRule.Treatment treatment(Scalar word) {
    return word.oneOf(List.of(RestDayRule.Treatment.values()), RestDayRule.Treatment::word);
  }

  static LateFeeRule lateFee(Section entry) {
    return new LateFeeRule(
        entry.required("from").date(),
        share(entry.required("daily-rate")),
        entry
            .required("counts-from")
            .oneOf(List.of(LateFeeRule.CountsFrom.values()), RulesReader::hyphenated),
        entry.required("counts-payment-day").flag(),
        entry.required("cap-at-principal").flag(),
        entry.citation());
  }

  static Waiver waiver(Section entry) {
    Scalar from = entry.required("from");
    Scalar to = entry.required("to");
    if (from.date().isAfter(to.date())) {
      throw entry.file().refusal("policy.waiver-reversed", from.line(), from.text(), to.text());
    }
    return new Waiver(from.date(), to.date(), entry.citation());
  }

  static FlagThreshold flagThreshold(Section entry) {
    return new FlagThreshold(
        entry.required("from").month(), entry.required("more-than").fraction(), entry.citation());
  }

  static Imputation imputation(Section entry) {
    return new Imputation(
        entry.required("from").date(), entry.required("factor").factor(), entry.citation());
  }

  /** With its citation, or the bare word, which then stands as no document's. */
  static List<UntilDeclared> untilDeclared(Section root, String key) {
    if (root.isSingle(key)) {
      return List.of(new UntilDeclared(Optional.empty(), serves(root.required(key)), NO_DOCUMENT));
    }
    return DatedValues.read(
        key,
        root.oneOrMore(key, UNTIL_DECLARED),
        entry ->
            new UntilDeclared(
                entry.optional("from").map(Scalar::month),
                serves(entry.required("serves")),
                entry.citation()),
        rule -> rule.from().map(Object::toString).orElse(""));
  }

  private static UntilDeclared.Serves serves(Scalar word) {
    return word.oneOf(List.of(UntilDeclared.Serves.values()), RulesReader::hyphenated);
  }

  static LimitChange limitChange(Section entry) {
    Optional<LocalDate> until = entry.optional("until").map(Scalar::date);
    return new LimitChange(
        entry.optional("from").map(Scalar::month),
        entry.required("mode").oneOf(List.of(LimitChange.Mode.values()), LimitChange.Mode::name),
        until,
        entry
            .optional("retired-in-year")
            .map(s -> s.oneOf(List.of(LimitChange.RetiredInYear.values()), RulesReader::hyphenated))
            .orElse(LimitChange.RetiredInYear.INCLUDED),
        entry
            .optional("decrease")
            .map(s -> s.oneOf(List.of(LimitChange.Decrease.values()), RulesReader::hyphenated))
            .orElse(LimitChange.Decrease.ZERO),
        entry.citation());
  }

  static MinimumWage minimumWage(Section entry) {
    return new MinimumWage(
        entry.required("from").month(), entry.required("monthly").money(), entry.citation());
  }

  static MinimumAge minimumAge(Section entry) {
    return new MinimumAge(
        entry.required("from").month(),
        entry.required("years").count(1, OLDEST_MINIMUM_AGE),
        entry.citation());
  }

  static BackPayment backPayment(Section entry) {
    return new BackPayment(
        entry.required("from").month(), entry.required("allowed").flag(), entry.citation());
  }

  /** Either every amount, or how many there are and the ends. */
  static AnnualTiers tiers(Section entry) {
    List<Money> amounts =
        entry.scalars("amounts").stream()
            .map(Scalar::money)
            .sorted(Comparator.naturalOrder())
            .toList();
    if (amounts.isEmpty()) {
      return tiers(
          entry,
          entry.required("count").count(1, MOST_TIERS),
          entry.required("lowest").money(),
          entry.required("highest").money(),
          amounts);
    }
    return tiers(entry, amounts.size(), amounts.get(0), amounts.get(amounts.size() - 1), amounts);
  }

  private static AnnualTiers tiers(
      Section entry, int count, Money lowest, Money highest, List<Money> amounts) {
    if (lowest.isMoreThan(highest)) {
      throw entry
          .file()
          .refusal("policy.lower-above-upper", entry.line(), lowest.toString(), highest.toString());
    }
    return new AnnualTiers(
        entry.required("from").month(),
        entry.required("title").words(),
        count,
        lowest,
        highest,
        amounts,
        entry.citation());
  }

  static InstalmentRule instalments(Section entry) {
    return new InstalmentRule(
        entry.required("from").month(),
        entry
            .required("paid-in")
            .oneOf(List.of(InstalmentRule.PaidIn.values()), RulesReader::hyphenated),
        entry.required("day").count(1, LAST_DAY),
        entry.optional("channel").map(Scalar::words),
        entry.citation());
  }

  /** The list {@code signals}. */
  static List<SignalRule> signals(Section root) {
    return DatedValues.read(
        "signals",
        root.sections("signals", SIGNAL),
        RulesReader::signal,
        rule -> rule.kind().word() + " " + rule.from());
  }

  private static SignalRule signal(Section entry) {
    SignalKind kind =
        entry.required("signal").oneOf(List.of(SignalKind.values()), SignalKind::word);
    Scalar threshold = entry.required("threshold");
    return new SignalRule(
        entry.required("from").month(),
        kind,
        entry.optional("on").map(Scalar::flag).orElse(true),
        kind.isShare() ? threshold.fraction() : BigDecimal.valueOf(threshold.count(1, MOST_PEOPLE)),
        kind.isMeasured() ? Optional.of(entry.required("measure").factor()) : Optional.empty(),
        entry.required("least-headcount").count(1, MOST_PEOPLE),
        entry.citation());
  }

  private static Rate share(Scalar scalar) {
    return new Rate(scalar.fraction());
  }

  /** {@code DAY_AFTER_DEADLINE} is written {@code day-after-deadline}. */
  private static String hyphenated(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
