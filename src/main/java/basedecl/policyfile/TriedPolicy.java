package basedecl.policyfile;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.money.Rate;
import basedecl.policy.Policy;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.MinimumWage;
import basedecl.policy.rule.PublishedLimits;
import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A policy with some of its figures replaced to try them: those that hold in one month, under the
 * names they have in a policy file, such as {@code limits.lower=4500}, {@code audit.more-than=0.6}
 * or {@code signals.base-drop.threshold=0.25}. Values are written and refused as in the file.
 *
 * @param policy the policy with the tried figures
 * @param changes what was tried, in the order asked for
 */
public record TriedPolicy(Policy policy, List<Change> changes) {

  /**
   * One figure.
   *
   * @param before as the policy has it, empty where it has none
   */
  public record Change(String key, Optional<String> before, String after) {

    /** {@link #before} as people read it: a share as a percentage. */
    public Optional<String> shownBefore() {
      return before.map(this::shown);
    }

    /** {@link #after} as people read it: a share as a percentage. */
    public String shownAfter() {
      return shown(after);
    }

    private String shown(String value) {
      return isShare() ? Percent.exact(new BigDecimal(value)) : value;
    }

    private boolean isShare() {
      return SHARES.contains(key)
          || Arrays.stream(SignalKind.values())
              .anyMatch(kind -> kind.isShare() && key.equals(SIGNALS + kind.word() + ".threshold"));
    }
  }

  private static final String SIGNALS = "signals.";
  private static final List<String> FIGURES =
      List.of(
          "limits.lower",
          "limits.upper",
          "rates.employer",
          "rates.personal",
          "audit.more-than",
          "minimum-wage.monthly");
  private static final Set<String> SHARES =
      Set.of(
          "rates.employer",
          "rates.personal",
          "audit.more-than",
          SIGNALS + SignalKind.JUST_ABOVE_LOWER.word() + ".measure");
  private static final int MOST_PEOPLE = 999_999;
  private static final Citation TRIAL = new Citation("试算", false);

  public TriedPolicy {
    changes = List.copyOf(changes);
  }

  /** Whether {@code key} names a figure that can be tried. */
  public static boolean isKey(String key) {
    return FIGURES.contains(key)
        || Arrays.stream(SignalKind.values()).anyMatch(kind -> parts(kind).contains(key));
  }

  /** Every key, those of the signals gathered: for a reader, in a sentence. */
  public static String keys() {
    String kinds =
        Arrays.stream(SignalKind.values()).map(SignalKind::word).collect(Collectors.joining("|"));
    return String.join(", ", FIGURES)
        + ", signals.("
        + kinds
        + ").(threshold|least-headcount|on), signals.("
        + Arrays.stream(SignalKind.values())
            .filter(SignalKind::isMeasured)
            .map(SignalKind::word)
            .collect(Collectors.joining("|"))
        + ").measure";
  }

  private static List<String> parts(SignalKind kind) {
    return Stream.of("threshold", "least-headcount", "on", "measure")
        .filter(part -> kind.isMeasured() || !part.equals("measure"))
        .map(part -> SIGNALS + kind.word() + "." + part)
        .toList();
  }

  /**
   * Tries {@code values} in the place of the figures that hold in {@code month} as known on that
   * day. A signal of which a figure is tried is switched on unless {@code on} is tried as well.
   *
   * @throws RefusedException naming the key, where a key or a value is none, where the lower limit
   *     would be above the upper, or where the policy has no such figure to replace in part
   */
  public static TriedPolicy of(
      Policy policy, int year, YearMonth month, LocalDate knownOn, Map<String, String> values) {
    values.keySet().stream()
        .filter(key -> !isKey(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw refused("policy.try-unknown-key", key, keys());
            });
    return new Trial(policy, year, month, knownOn, values).tried();
  }

  private static RefusedException refused(String key, String... words) {
    return new RefusedException(Message.of(key, words));
  }

  /** One trial while its values are read. */
  private static final class Trial {
    private final Policy policy;
    private final int year;
    private final YearMonth month;
    private final LocalDate knownOn;
    private final Map<String, String> values;
    private final Map<String, Change> changes = new LinkedHashMap<>();

    Trial(Policy policy, int year, YearMonth month, LocalDate knownOn, Map<String, String> values) {
      this.policy = policy;
      this.year = year;
      this.month = month;
      this.knownOn = knownOn;
      this.values = values;
    }

    TriedPolicy tried() {
      Policy other = policy.with(limits(), rates(), thresholds(), minimumWages(), signals());
      List<Change> inOrder = new ArrayList<>();
      values.keySet().forEach(key -> Optional.ofNullable(changes.get(key)).ifPresent(inOrder::add));
      return new TriedPolicy(other, inOrder);
    }

    private List<PublishedLimits> limits() {
      Optional<PublishedLimits> old = policy.limitsFor(year, month, knownOn);
      Optional<Money> lower =
          amount("limits.lower", old.map(PublishedLimits::limits).map(Limits::lower));
      Optional<Money> upper =
          amount("limits.upper", old.map(PublishedLimits::limits).map(Limits::upper));
      if (old.isEmpty() || (lower.isEmpty() && upper.isEmpty())) {
        return policy.limits();
      }
      PublishedLimits was = old.get();
      Money low = lower.orElse(was.limits().lower());
      Money high = upper.orElse(was.limits().upper());
      if (low.isMoreThan(high)) {
        throw refused("policy.try-lower-above-upper", low.toString(), high.toString());
      }
      return replaced(
          policy.limits(),
          old,
          new PublishedLimits(
              was.year(),
              was.from(),
              new Limits(low, high),
              was.standing(),
              was.published(),
              TRIAL));
    }

    private List<ContributionRate> rates() {
      Optional<ContributionRate> old = policy.rateFor(month);
      Optional<Rate> employer = rate("rates.employer", old.flatMap(ContributionRate::employer));
      Optional<Rate> personal = rate("rates.personal", old.flatMap(ContributionRate::personal));
      if (employer.isEmpty() && personal.isEmpty()) {
        return policy.rates();
      }
      boolean both = employer.isPresent() && personal.isPresent();
      return replaced(
          policy.rates(),
          old,
          new ContributionRate(
              old.map(ContributionRate::from).orElse(month),
              employer.or(() -> old.flatMap(ContributionRate::employer)),
              personal.or(() -> old.flatMap(ContributionRate::personal)),
              !both && old.map(ContributionRate::placeholder).orElse(false),
              TRIAL));
    }

    private List<FlagThreshold> thresholds() {
      Optional<FlagThreshold> old = policy.flagThresholdFor(month);
      return value(
              "audit.more-than",
              "policy.try-not-a-fraction",
              Scalar::fraction,
              old.map(FlagThreshold::moreThan).map(BigDecimal::toPlainString))
          .map(
              share ->
                  replaced(
                      policy.flagThresholds(),
                      old,
                      new FlagThreshold(old.map(FlagThreshold::from).orElse(month), share, TRIAL)))
          .orElse(policy.flagThresholds());
    }

    private List<MinimumWage> minimumWages() {
      Optional<MinimumWage> old = policy.minimumWageFor(month);
      return amount("minimum-wage.monthly", old.map(MinimumWage::monthly))
          .map(
              wage ->
                  replaced(
                      policy.minimumWages(),
                      old,
                      new MinimumWage(old.map(MinimumWage::from).orElse(month), wage, TRIAL)))
          .orElse(policy.minimumWages());
    }

    private List<SignalRule> signals() {
      List<SignalRule> rules = policy.signals();
      for (SignalKind kind : SignalKind.values()) {
        if (parts(kind).stream().anyMatch(values::containsKey)) {
          Optional<SignalRule> old = policy.signalFor(kind, month);
          rules = replaced(rules, old, signal(kind, old));
        }
      }
      return rules;
    }

    private SignalRule signal(SignalKind kind, Optional<SignalRule> old) {
      String name = SIGNALS + kind.word() + ".";
      Optional<BigDecimal> threshold =
          value(
              name + "threshold",
              kind.isShare() ? "policy.try-not-a-fraction" : "policy.try-not-a-count",
              kind.isShare()
                  ? Scalar::fraction
                  : scalar -> BigDecimal.valueOf(scalar.count(1, MOST_PEOPLE)),
              old.map(SignalRule::threshold).map(BigDecimal::toPlainString));
      Optional<BigDecimal> measure =
          value(
              name + "measure",
              "policy.try-not-a-factor",
              Scalar::factor,
              old.flatMap(SignalRule::measure).map(BigDecimal::toPlainString));
      Optional<Integer> least =
          value(
              name + "least-headcount",
              "policy.try-not-a-count",
              scalar -> scalar.count(1, MOST_PEOPLE),
              old.map(SignalRule::leastHeadcount).map(String::valueOf));
      boolean on =
          value(
                  name + "on",
                  "policy.try-not-a-choice",
                  Scalar::flag,
                  Optional.of(old.map(SignalRule::on).orElse(false).toString()))
              .orElse(true);
      return new SignalRule(
          old.map(SignalRule::from).orElse(month),
          kind,
          on,
          threshold
              .or(() -> old.map(SignalRule::threshold))
              .orElseThrow(missing(kind, "threshold")),
          kind.isMeasured()
              ? Optional.of(
                  measure
                      .or(() -> old.flatMap(SignalRule::measure))
                      .orElseThrow(missing(kind, "measure")))
              : Optional.empty(),
          least
              .or(() -> old.map(SignalRule::leastHeadcount))
              .orElseThrow(missing(kind, "least-headcount")),
          TRIAL);
    }

    private Supplier<RefusedException> missing(SignalKind kind, String part) {
      return () ->
          refused(
              "policy.try-signal-missing",
              policy.source(),
              kind.word(),
              SIGNALS + kind.word() + "." + part);
    }

    private Optional<Money> amount(String key, Optional<Money> old) {
      return value(key, "policy.try-not-an-amount", Scalar::money, old.map(Money::toString));
    }

    private Optional<Rate> rate(String key, Optional<Rate> old) {
      return value(
          key,
          "policy.try-not-a-fraction",
          scalar -> new Rate(scalar.fraction()),
          old.map(Rate::toString));
    }

    /** The value tried under {@code key}, read as a policy file's would be. */
    private <T> Optional<T> value(
        String key, String refusal, Function<Scalar, T> read, Optional<String> old) {
      String text = values.get(key);
      if (text == null) {
        return Optional.empty();
      }
      T value;
      try {
        value = read.apply(new Scalar(new SourceFile("--set", "", ""), 0, key, text));
      } catch (RefusedException e) {
        throw new RefusedException(Message.of(refusal, key, text), e);
      }
      changes.put(key, new Change(key, old, value.toString()));
      return Optional.of(value);
    }

    /** The list with {@code now} in the place of {@code old}, or added to it. */
    private static <T> List<T> replaced(List<T> all, Optional<T> old, T now) {
      List<T> other = new ArrayList<>(all);
      if (old.isPresent()) {
        other.set(other.indexOf(old.get()), now);
      } else {
        other.add(now);
      }
      return other;
    }
  }
}
