package basedecl.policy;

import basedecl.money.Rounding;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The dated rules of one region, population and kind of insurance. {@code version} is a digest of
 * the file the rules were read from. Lists are in order of their dates.
 */
public record Policy(
    String name,
    String title,
    String version,
    List<PublishedLimits> limits,
    Optional<BaseRounding> baseRounding,
    List<ContributionRate> rates,
    List<Deadline> deadlines,
    List<LateFeeRule> lateFees,
    List<Waiver> waivers,
    List<FlagThreshold> flagThresholds,
    List<Imputation> imputations,
    Optional<LimitChange> limitChange) {

  /**
   * The limits of {@code year} that hold in {@code month} as known on {@code knownOn} (inclusive):
   * of those that begin latest, the one published last.
   */
  public Optional<PublishedLimits> limitsFor(int year, YearMonth month, LocalDate knownOn) {
    return limits.stream()
        .filter(l -> l.year() == year)
        .filter(l -> !l.from().isAfter(month))
        .filter(l -> !l.published().isAfter(knownOn))
        .max(Comparator.comparing(PublishedLimits::from).thenComparing(PublishedLimits::published));
  }

  /** The rates that hold in {@code month}. */
  public Optional<ContributionRate> rateFor(YearMonth month) {
    return rates.stream()
        .filter(r -> !r.from().isAfter(month))
        .max(Comparator.comparing(ContributionRate::from));
  }

  public Optional<Deadline> deadlineFor(YearMonth period) {
    return deadlines.stream().filter(d -> d.period().equals(period)).findFirst();
  }

  /** The flag threshold that holds in {@code month}. */
  public Optional<FlagThreshold> flagThresholdFor(YearMonth month) {
    return flagThresholds.stream()
        .filter(t -> !t.from().isAfter(month))
        .max(Comparator.comparing(FlagThreshold::from));
  }

  /** How a base is rounded; fen, HALF_UP, where the policy is silent. */
  public Rounding rounding() {
    return baseRounding.map(BaseRounding::rounding).orElse(Rounding.FEN_HALF_UP);
  }
}
