package basedecl.ledger.year;

import basedecl.assessment.Adjustment;
import basedecl.assessment.AssessedYear;
import basedecl.assessment.ChargedMonth;
import basedecl.assessment.ContributionBase;
import basedecl.assessment.DeclarationTotals;
import basedecl.assessment.LimitsApplied;
import basedecl.assessment.MonthlyBases;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.declaration.change.EmployerHistory;
import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.declaration.row.MonthsInService;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.ledger.year.YearLedger.PersonConsumer;
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.Limits;
import basedecl.policy.rule.PublishedLimits;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is declared for a year, staff in service, with the figures of one month for everybody:
 * bases, dues, counts and flags as late-fee charges that month. Every sheet that states bases reads
 * them here, so that no two months stand in one sheet. The declaration that stands is charged in
 * every month of the year, also in those before it came. Whoever joined or left counts in the
 * months of its service alone, and is left out of all others.
 *
 * <p>A declaration whose stored figures are the month's as well is passed on as it stands. The
 * others are worked out from the declared wages whenever they are asked for: to be asked once.
 * Several threads may ask for people at a time.
 */
public final class YearInMonth {

  private final JdbcTemplate template;
  private final Policy policy;
  private final int contributionYear;
  private final YearMonth month;
  private final YearLedger year;
  private final BaseChangeLedger changes;
  private final MonthlyWageLedger wages;
  private final EmployerHistory history;
  private final MonthsInServiceLedger service;
  private final Set<Long> divided;
  private final Set<Long> joinedOrLeft;
  private final Map<Long, Arrival> arrivals;
  private final NavigableMap<Long, LimitsApplied> applied;
  private final Map<Arrival, ChargedMonth> charged = new ConcurrentHashMap<>();
  private final Map<Long, Boolean> others = new ConcurrentHashMap<>();
  private final Set<Long> replaced = new HashSet<>();

  /** Looks up how the declarations came, which must not change while the view is used. */
  public YearInMonth(JdbcTemplate template, Policy policy, YearMonth month) {
    this(
        template,
        policy,
        month,
        new MonthsLedger(template).arrivals(policy.declaredUnder(), month.getYear()),
        new MonthsInServiceLedger(template).declarations());
  }

  private YearInMonth(
      JdbcTemplate template,
      Policy policy,
      YearMonth month,
      Map<Long, Arrival> arrivals,
      Set<Long> joinedOrLeft) {
    this.template = template;
    this.policy = policy;
    this.contributionYear = month.getYear();
    this.month = month;
    this.year = new YearLedger(template);
    this.changes = new BaseChangeLedger(template);
    this.wages = new MonthlyWageLedger(template);
    this.service = new MonthsInServiceLedger(template);
    this.divided = wages.declarations();
    this.history = new EmployerChangeLedger(template).history();
    this.joinedOrLeft = joinedOrLeft;
    this.arrivals = arrivals;
    this.applied = new MonthsLedger(template).applied(policy.declaredUnder(), contributionYear);
  }

  /** The same of one employer's declarations alone, without a look at all the others. */
  public static YearInMonth of(
      JdbcTemplate template, Policy policy, YearMonth month, String employerCode) {
    return new YearInMonth(
        template,
        policy,
        month,
        new MonthsLedger(template)
            .arrivalsOf(policy.declaredUnder(), month.getYear(), employerCode),
        new MonthsInServiceLedger(template).declarations());
  }

  /**
   * The same of declarations as they were sent: everybody who stands in them and nobody else, in
   * whatever months each of them counts. So the papers to be signed have it, and versions compared.
   */
  public YearInMonth asDeclared() {
    return new YearInMonth(template, policy, month, arrivals, Set.of());
  }

  /** The month whose figures these are. */
  public YearMonth month() {
    return month;
  }

  /** The current declarations in order of employer code. */
  public List<DeclarationRecord> current() {
    return inMonth(
        owing(year.current(policy.declaredUnder(), contributionYear, Population.EMPLOYEES)));
  }

  /** The newest declarations in order of employer code, in force or on their way. */
  public List<DeclarationRecord> newest() {
    return inMonth(
        owing(year.newest(policy.declaredUnder(), contributionYear, Population.EMPLOYEES)));
  }

  /** Whether an employer owes the month: it had not come to its end before. */
  public boolean owes(String employerCode) {
    return history.owes(employerCode, month);
  }

  /** Without the employers that came to their end before the month. */
  private List<DeclarationRecord> owing(List<DeclarationRecord> declarations) {
    return declarations.stream().filter(declaration -> owes(declaration.employerCode())).toList();
  }

  /** A version in force and the one that took its place. */
  public record Replacement(DeclarationRecord before, DeclarationRecord after) {}

  /**
   * Every version that another took the place of, in order of employer code and version, as if it
   * had stood until today. A version that never came into force replaced none.
   */
  public List<Replacement> replacements() {
    List<Replacement> found = new ArrayList<>();
    Optional<DeclarationRecord> inForce = Optional.empty();
    for (DeclarationRecord version :
        year.versionsOfCorrected(policy.declaredUnder(), contributionYear, Population.EMPLOYEES)) {
      Optional<DeclarationRecord> before =
          inForce.filter(other -> other.employerCode().equals(version.employerCode()));
      boolean takesThePlace =
          before
              .map(other -> DeclarationProcedure.takesThePlace(other.state(), version.state()))
              .orElse(true);
      if (takesThePlace) {
        before.ifPresent(other -> found.add(new Replacement(other, version)));
        inForce = Optional.of(version);
      }
    }
    found.forEach(each -> replaced.add(each.before().id()));
    Map<Long, DeclarationRecord> monthly =
        inMonth(found.stream().flatMap(e -> Stream.of(e.before(), e.after())).distinct().toList())
            .stream()
            .collect(Collectors.toMap(DeclarationRecord::id, Function.identity()));
    return found.stream()
        .map(
            each ->
                new Replacement(
                    Objects.requireNonNull(monthly.get(each.before().id())),
                    Objects.requireNonNull(monthly.get(each.after().id()))))
        .toList();
  }

  /**
   * Two versions of an employer's declaration, as if the earlier had stood until today; whether it
   * ever came into force is not asked.
   */
  public Replacement versions(DeclarationRecord before, DeclarationRecord after) {
    replaced.add(before.id());
    List<DeclarationRecord> monthly = inMonth(List.of(before, after));
    return new Replacement(monthly.get(0), monthly.get(1));
  }

  /** These declarations with the month's figures. */
  public List<DeclarationRecord> inMonth(List<DeclarationRecord> declarations) {
    Map<Long, DeclarationTotals> totals = new HashMap<>();
    each(
        declarations.stream().filter(this::isOther).toList(),
        (declaration, person, base) ->
            totals.put(
                declaration.id(),
                totals
                    .getOrDefault(declaration.id(), DeclarationTotals.NONE)
                    .plus(person.declaredWage(), base, charged(declaration).dues(base.amount()))),
        RuntimeException.class);
    return declarations.stream()
        .map(
            declaration ->
                isOther(declaration)
                    ? with(
                        declaration,
                        Optional.ofNullable(totals.get(declaration.id()))
                            .orElseGet(
                                () ->
                                    DeclarationTotals.ofNobody(
                                        charged(declaration).dues(Money.ZERO))))
                    : flagged(declaration))
        .toList();
  }

  /**
   * Every person of these declarations with the month's figures, declaration by declaration, in
   * line order, streamed.
   */
  public <E extends Exception> void forEachPerson(
      List<DeclarationRecord> declarations, PersonConsumer<E> consumer, Class<E> failure) throws E {
    if (declarations.stream().noneMatch(this::isOther)) {
      year.forEachPerson(declarations, consumer, failure);
      return;
    }
    each(
        declarations,
        (declaration, person, base) ->
            consumer.accept(
                declaration,
                isOther(declaration)
                    ? person.with(base, charged(declaration).dues(base.amount()))
                    : person),
        failure);
  }

  /** A declaration's year month by month, with everybody in it. */
  public AssessedYear yearOf(DeclarationRecord declaration) {
    Arrival arrival = MonthsLedger.of(arrivals, declaration);
    AssessedYear months = new AssessedYear(policy, arrival.bases(policy), appliedAfter(arrival));
    DueLedger.BaseConsumer adding =
        (same, wage, base, changed, served) -> months.add(wage.usual(), base, changed, served);
    if (joinedOrLeft.contains(declaration.id())) {
      new DueLedger(template).forEachBase(List.of(declaration), adding);
    } else {
      new DueLedger(template).forEachDeclaredBase(List.of(declaration), adding);
    }
    return months;
  }

  private List<LimitsApplied> appliedAfter(Arrival arrival) {
    return List.copyOf(applied.tailMap(arrival.runId(), false).values());
  }

  /** The months in which the person of a line counts. */
  public MonthsInService served(DeclarationRecord declaration, int line) {
    return joinedOrLeft.contains(declaration.id())
        ? service.of(declaration.id()).getOrDefault(line, MonthsInService.ALWAYS)
        : MonthsInService.ALWAYS;
  }

  /** One person's line with the month's figures, whether or not it counts in that month. */
  public PersonRecord inMonth(DeclarationRecord declaration, PersonRecord person) {
    if (!isOther(declaration)) {
      return person;
    }
    PersonRecord paid = person;
    if (divided.contains(declaration.id())) {
      paid = paid(person, wages.in(month, declaration.id()));
    }
    ContributionBase base =
        base(declaration, paid, changes.in(month, declaration.id(), declaration.id()));
    return paid.with(base, charged(declaration).dues(base.amount()));
  }

  /** The limits that a declaration's month is charged by; empty where none were known. */
  public Optional<PublishedLimits> limitsOf(DeclarationRecord declaration) {
    return charged(declaration).limits();
  }

  /** Employers and people charged by the same limits in the month. */
  public record Charged(Limits limits, long employers, long persons) {}

  /** The sets of limits other than {@code stated} that these declarations are charged by. */
  public List<Charged> chargedOtherwise(List<DeclarationRecord> declarations, Limits stated) {
    Map<Limits, Charged> found = new LinkedHashMap<>();
    for (DeclarationRecord declaration : declarations) {
      limitsOf(declaration)
          .map(PublishedLimits::limits)
          .filter(limits -> !limits.equals(stated))
          .ifPresent(
              limits ->
                  found.merge(
                      limits,
                      new Charged(limits, 1, declaration.persons()),
                      (one, other) ->
                          new Charged(
                              limits,
                              one.employers() + other.employers(),
                              one.persons() + other.persons())));
    }
    return List.copyOf(found.values());
  }

  private interface BaseConsumer<E extends Exception> {
    void accept(DeclarationRecord declaration, PersonRecord person, ContributionBase base) throws E;
  }

  /** What limit-change recorded is asked for together with the people, never while they stream. */
  private <E extends Exception> void each(
      List<DeclarationRecord> declarations, BaseConsumer<E> consumer, Class<E> failure) throws E {
    for (List<DeclarationRecord> together : YearLedger.inOneQuery(declarations)) {
      Map<Long, Map<Integer, Money>> paid = new HashMap<>();
      together.stream()
          .map(DeclarationRecord::id)
          .filter(divided::contains)
          .forEach(id -> paid.put(id, wages.in(month, id)));
      long first = together.get(0).id();
      long last = together.get(together.size() - 1).id();
      boolean anyJoined = together.stream().anyMatch(each -> joinedOrLeft.contains(each.id()));
      Map<Long, MonthsInService> served = anyJoined ? service.between(first, last) : Map.of();
      Map<Long, Money> changed =
          applied.isEmpty() && paid.isEmpty() ? Map.of() : changes.in(month, first, last);
      PersonConsumer<E> counting =
          (declaration, person) -> {
            if (!isServed(served, declaration, person)) {
              return;
            }
            PersonRecord counted = paid(person, paid.getOrDefault(declaration.id(), Map.of()));
            consumer.accept(declaration, counted, base(declaration, counted, changed));
          };
      if (anyJoined) {
        year.forEachWithJoined(together, counting, failure);
      } else {
        year.forEachPerson(together, counting, failure);
      }
    }
  }

  private boolean isServed(
      Map<Long, MonthsInService> served, DeclarationRecord declaration, PersonRecord person) {
    return served.isEmpty()
        || served
            .getOrDefault(
                LedgerKeys.lineKey(declaration.id(), person.line()), MonthsInService.ALWAYS)
            .contains(month);
  }

  /** With the wage that counts in the month where an audit assessed some months alone. */
  private static PersonRecord paid(PersonRecord person, Map<Integer, Money> ofMonth) {
    Money wage = ofMonth.get(person.line());
    return wage == null ? person : person.withWage(wage);
  }

  private ContributionBase base(
      DeclarationRecord declaration, PersonRecord person, Map<Long, Money> changed) {
    ContributionBase stored =
        new ContributionBase(
            person.base(),
            person.adjustment(),
            person.atLower(),
            person.adjustment() == Adjustment.LOWERED_TO_UPPER);
    Optional<Money> recorded =
        Optional.ofNullable(changed.get(LedgerKeys.lineKey(declaration.id(), person.line())));
    return replaced.contains(declaration.id())
        ? charged(declaration).baseOfReplaced(person.declaredWage(), stored, recorded)
        : charged(declaration).base(person.declaredWage(), stored, recorded);
  }

  /** Whether the month's figures of a declaration and its people are those that are stored. */
  public boolean isAsStored(DeclarationRecord declaration) {
    return !isOther(declaration);
  }

  /** Decided when the declaration is first seen, which is as it is stored. */
  private boolean isOther(DeclarationRecord declaration) {
    return others.computeIfAbsent(
        declaration.id(),
        id -> {
          ChargedMonth here = charged(declaration);
          return divided.contains(id)
              || joinedOrLeft.contains(id)
              || !here.isLikeAssessed(
                  policy, MonthsLedger.of(arrivals, declaration).assessedMonth())
              || !here.isOfItsRates(
                  declaration.persons(), declaration.baseTotal(), declaration.dues());
        });
  }

  private ChargedMonth charged(DeclarationRecord declaration) {
    return charged.computeIfAbsent(
        MonthsLedger.of(arrivals, declaration),
        arrival -> {
          MonthlyBases bases = arrival.bases(policy);
          return new ChargedMonth(policy, bases, appliedAfter(arrival), month);
        });
  }

  private DeclarationRecord with(DeclarationRecord declaration, DeclarationTotals totals) {
    boolean flagged = isFlagged(totals.atLower(), totals.persons());
    return joinedOrLeft.contains(declaration.id())
        ? declaration.withDeclared(totals.declaredTotal()).with(totals, flagged)
        : declaration.with(totals, flagged);
  }

  private DeclarationRecord flagged(DeclarationRecord declaration) {
    boolean flagged = isFlagged(declaration.atLower(), declaration.persons());
    return flagged == declaration.flagged() ? declaration : declaration.flaggedAs(flagged);
  }

  private boolean isFlagged(long atLower, long persons) {
    Optional<FlagThreshold> threshold = policy.flagThresholdFor(month);
    LowerLimitShare share = new LowerLimitShare(atLower, persons);
    return threshold.filter(each -> share.isMoreThan(each.moreThan())).isPresent();
  }
}
