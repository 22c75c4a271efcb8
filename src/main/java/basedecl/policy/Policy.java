package basedecl.policy;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.money.Rounding;
import basedecl.policy.rule.AnnualTiers;
import basedecl.policy.rule.BackPayment;
import basedecl.policy.rule.BaseRounding;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.Imputation;
import basedecl.policy.rule.LateFeeRule;
import basedecl.policy.rule.LimitChange;
import basedecl.policy.rule.MinimumAge;
import basedecl.policy.rule.MinimumWage;
import basedecl.policy.rule.PublishedLimits;
import basedecl.policy.rule.SignalKind;
import basedecl.policy.rule.SignalRule;
import basedecl.policy.rule.Waiver;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The dated rules of one region, population and kind of insurance. {@code version} is a digest of
 * the file the rules were read from, {@code source} that file's name. Lists are in order of their
 * dates.
 */
public record Policy(
    String name,
    String title,
    String version,
    String source,
    List<PublishedLimits> limits,
    Optional<BaseRounding> baseRounding,
    List<ContributionRate> rates,
    List<Deadline> deadlines,
    List<LateFeeRule> lateFees,
    List<Waiver> waivers,
    List<FlagThreshold> flagThresholds,
    List<Imputation> imputations,
    List<UntilDeclared> untilDeclared,
    List<LimitChange> limitChanges,
    List<MinimumWage> minimumWages,
    List<MinimumAge> minimumAges,
    List<BackPayment> backPayments,
    List<AnnualTiers> tiers,
    List<InstalmentRule> instalments,
    List<SignalRule> signals,
    Optional<AgencyDirectory> agencyDirectory,
    Optional<Payee> payee,
    LastDays lastDays,
    Optional<Following> following) {

  public Policy {
    limits = List.copyOf(limits);
    rates = List.copyOf(rates);
    deadlines = List.copyOf(deadlines);
    lateFees = List.copyOf(lateFees);
    waivers = List.copyOf(waivers);
    flagThresholds = List.copyOf(flagThresholds);
    imputations = List.copyOf(imputations);
    untilDeclared = List.copyOf(untilDeclared);
    limitChanges = List.copyOf(limitChanges);
    minimumWages = List.copyOf(minimumWages);
    minimumAges = List.copyOf(minimumAges);
    backPayments = List.copyOf(backPayments);
    tiers = List.copyOf(tiers);
    instalments = List.copyOf(instalments);
    signals = List.copyOf(signals);
  }

  /** A policy that employers or people declare under. */
  public Policy(
      String name,
      String title,
      String version,
      String source,
      List<PublishedLimits> limits,
      Optional<BaseRounding> baseRounding,
      List<ContributionRate> rates,
      List<Deadline> deadlines,
      List<LateFeeRule> lateFees,
      List<Waiver> waivers,
      List<FlagThreshold> flagThresholds,
      List<Imputation> imputations,
      List<UntilDeclared> untilDeclared,
      List<LimitChange> limitChanges,
      List<MinimumWage> minimumWages,
      List<MinimumAge> minimumAges,
      List<BackPayment> backPayments,
      List<AnnualTiers> tiers,
      List<InstalmentRule> instalments,
      List<SignalRule> signals,
      Optional<AgencyDirectory> agencyDirectory,
      Optional<Payee> payee,
      LastDays lastDays) {
    this(
        name,
        title,
        version,
        source,
        limits,
        baseRounding,
        rates,
        deadlines,
        lateFees,
        waivers,
        flagThresholds,
        imputations,
        untilDeclared,
        limitChanges,
        minimumWages,
        minimumAges,
        backPayments,
        tiers,
        instalments,
        signals,
        agencyDirectory,
        payee,
        lastDays,
        Optional.empty());
  }

  /** The same policy with other figures in the place of these lists. */
  public Policy with(
      List<PublishedLimits> otherLimits,
      List<ContributionRate> otherRates,
      List<FlagThreshold> otherThresholds,
      List<MinimumWage> otherMinimumWages,
      List<SignalRule> otherSignals) {
    return new Policy(
        name,
        title,
        version,
        source,
        otherLimits,
        baseRounding,
        otherRates,
        deadlines,
        lateFees,
        waivers,
        otherThresholds,
        imputations,
        untilDeclared,
        limitChanges,
        otherMinimumWages,
        minimumAges,
        backPayments,
        tiers,
        instalments,
        otherSignals,
        agencyDirectory,
        payee,
        lastDays,
        following);
  }

  /**
   * The name that declarations are kept under whose bases this policy charges: its own, or that of
   * the policy it follows.
   */
  public String declaredUnder() {
    return following.map(Following::basesOf).orElse(name);
  }

  /** Whether it is the policy of that kind of insurance of those who pay alone. */
  public boolean isFlexible(InsuranceKind kind) {
    return name.endsWith("-" + kind.policyEnd());
  }

  /**
   * Whether it is, and has what is chosen for that kind: residents' kinds are told by their tiers.
   */
  public boolean offers(InsuranceKind kind) {
    return isFlexible(kind)
        && kind.tierTitle()
            .map(wanted -> tiers.stream().anyMatch(each -> each.title().equals(wanted)))
            .orElse(true);
  }

  /** Whether people choose an amount for the year (residents) and not a base. */
  public boolean isByTier() {
    return limits.isEmpty() && !tiers.isEmpty();
  }

  /** Whether limits, or tiers, of {@code year} are known on {@code knownOn} (inclusive). */
  public boolean canBeChosenFrom(int year, LocalDate knownOn) {
    return limits.stream().anyMatch(l -> l.year() == year && !l.published().isAfter(knownOn))
        || tiers.stream().anyMatch(t -> t.from().getYear() <= year);
  }

  /** The yearly amounts to choose from for a kind in {@code month}. */
  public Optional<AnnualTiers> tiersFor(InsuranceKind kind, YearMonth month) {
    return latest(
        tiers.stream().filter(t -> kind.tierTitle().filter(t.title()::equals).isPresent()).toList(),
        AnnualTiers::from,
        month);
  }

  /** Until when and how instalments are paid, as the rule of {@code month} says. */
  public Optional<InstalmentRule> instalmentRuleFor(YearMonth month) {
    return latest(instalments, InstalmentRule::from, month);
  }

  /**
   * The last day (inclusive) to pay an instalment for the months from {@code first} to {@code
   * last}. Where the policy is silent it is the last day of the last month: nobody is called late
   * before the months that are paid for are over.
   */
  public LocalDate instalmentDay(YearMonth first, YearMonth last) {
    return lastDays.inForce(
        instalmentRuleFor(first)
            .map(rule -> rule.lastDay(first, last))
            .orElseGet(last::atEndOfMonth));
  }

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
    return latest(rates, ContributionRate::from, month);
  }

  public Optional<Deadline> deadlineFor(YearMonth period) {
    return deadlines.stream().filter(d -> d.period().equals(period)).findFirst();
  }

  /** What is to be known of the deadlines of {@code year} that fall on rest days. */
  public List<Message> deadlineNotices(int year) {
    return lastDays.notices(
        source,
        deadlines.stream()
            .filter(d -> d.period().getYear() == year)
            .map(Deadline::stated)
            .toList());
  }

  /**
   * The months of {@code year} that had to be paid by {@code businessDate} (inclusive): from
   * January to the last one whose deadline is not after it.
   *
   * @throws RefusedException if a month in between has no deadline
   */
  public List<Deadline> deadlinesReached(int year, LocalDate businessDate) {
    Optional<YearMonth> last =
        deadlines.stream()
            .filter(d -> d.period().getYear() == year && !d.date().isAfter(businessDate))
            .map(Deadline::period)
            .max(Comparator.naturalOrder());
    List<Deadline> reached = new ArrayList<>();
    for (YearMonth month = YearMonth.of(year, 1);
        last.isPresent() && !month.isAfter(last.get());
        month = month.plusMonths(1)) {
      YearMonth period = month;
      reached.add(
          deadlineFor(period)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          Message.of("policy.deadline-missing", source, period.toString()))));
    }
    return List.copyOf(reached);
  }

  /** The flag threshold that holds in {@code month}. */
  public Optional<FlagThreshold> flagThresholdFor(YearMonth month) {
    return latest(flagThresholds, FlagThreshold::from, month);
  }

  /** The imputation that holds on {@code day}. */
  public Optional<Imputation> imputationFor(LocalDate day) {
    return latest(imputations, Imputation::from, day);
  }

  /** What is owed for {@code month} until the employer declares, where anything is laid down. */
  public Optional<UntilDeclared> untilDeclaredFor(YearMonth month) {
    return untilDeclared.stream().filter(u -> u.holdsIn(month)).reduce((earlier, later) -> later);
  }

  /** Whether last year's wages serve for {@code month} until the employer declares. */
  public boolean isLastYearServing(YearMonth month) {
    return untilDeclaredFor(month)
        .filter(rule -> rule.serves() == UntilDeclared.Serves.LAST_YEAR)
        .isPresent();
  }

  /** What a change of limits does to {@code month}. */
  public Optional<LimitChange> limitChangeFor(YearMonth month) {
    return limitChanges.stream().filter(c -> c.holdsIn(month)).reduce((earlier, later) -> later);
  }

  /** The local minimum wage that holds in {@code month}. */
  public Optional<MinimumWage> minimumWageFor(YearMonth month) {
    return latest(minimumWages, MinimumWage::from, month);
  }

  /** The signals switched on in {@code month}, in the order of their kinds. */
  public List<SignalRule> signalsFor(YearMonth month) {
    return Arrays.stream(SignalKind.values())
        .flatMap(kind -> signalFor(kind, month).stream())
        .filter(SignalRule::on)
        .toList();
  }

  /** The rule of a kind of signal that holds in {@code month}, switched on or off. */
  public Optional<SignalRule> signalFor(SignalKind kind, YearMonth month) {
    return latest(
        signals.stream().filter(rule -> rule.kind() == kind).toList(), SignalRule::from, month);
  }

  /** The age a flexible worker must have in {@code month}. */
  public Optional<MinimumAge> minimumAgeFor(YearMonth month) {
    return latest(minimumAges, MinimumAge::from, month);
  }

  /** Whether missed months may be paid later, as the rule of {@code month} says. */
  public Optional<BackPayment> backPaymentFor(YearMonth month) {
    return latest(backPayments, BackPayment::from, month);
  }

  /** How a base is rounded; fen, HALF_UP, where the policy is silent. */
  public Rounding rounding() {
    return baseRounding.map(BaseRounding::rounding).orElse(Rounding.FEN_HALF_UP);
  }

  /** The region's offices in the order of the published list; empty where none is known. */
  public List<Agency> agencies() {
    return agencyDirectory.map(AgencyDirectory::agencies).orElse(List.of());
  }

  /** The office of that name; blanks in the name do not matter. */
  public Optional<Agency> agency(String agencyName) {
    return agencyDirectory.flatMap(d -> d.find(agencyName));
  }

  private static <T, D extends Comparable<? super D>> Optional<T> latest(
      List<T> dated, Function<T, D> from, D at) {
    return dated.stream()
        .filter(t -> from.apply(t).compareTo(at) <= 0)
        .max(Comparator.comparing(from));
  }
}
