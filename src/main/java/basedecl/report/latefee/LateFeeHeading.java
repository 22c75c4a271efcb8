package basedecl.report.latefee;

import static basedecl.report.ReportTexts.percent;

import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Percent;
import basedecl.money.Rate;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import basedecl.policy.rule.LateFeeRule;
import basedecl.report.LimitsNotices;
import basedecl.report.PolicyHeading;
import basedecl.report.ReportTexts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the titles of the late-fee workbook: the policy and the figures it used.
 *
 * @param deadlines the months of the workbook, in order
 * @param notices what a reader must know of limits that nobody took up
 */
public record LateFeeHeading(
    Policy policy, int year, LocalDate businessDate, List<Deadline> deadlines, List<String> notices)
    implements PolicyHeading {

  private static final String DIGITS = "〇一二三四五六七八九";

  public LateFeeHeading {
    deadlines = List.copyOf(deadlines);
    notices = List.copyOf(notices);
  }

  /** The heading without notices on who stands on other limits. */
  public LateFeeHeading(Policy policy, int year, LocalDate businessDate, List<Deadline> deadlines) {
    this(policy, year, businessDate, deadlines, List.of());
  }

  /** The same with these notices. */
  public LateFeeHeading with(LimitsNotices others) {
    return new LateFeeHeading(policy, year, businessDate, deadlines, others.onSheets());
  }

  /** The same, which says that a dry run drew it up. */
  public LateFeeHeading tried() {
    List<String> first = new ArrayList<>(List.of(say("heading.dry-run")));
    first.addAll(notices);
    return new LateFeeHeading(policy, year, businessDate, deadlines, first);
  }

  public static String say(String key, String... arguments) {
    return Message.of("latefee." + key, arguments).in(Language.ZH);
  }

  /** A title with the year in it; {@code key} is one of the late fees' messages. */
  @Override
  public String title(String key) {
    return say(key, Integer.toString(year));
  }

  /** What the sheet of months is called: a further kind of insurance by its own name. */
  String feesTitle() {
    return policy.following().isPresent()
        ? say("fees.title-further", Integer.toString(year), policy.title())
        : title("fees.title");
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(policyNote());
    if (deadlines.isEmpty()) {
      notes.add(say("heading.no-months"));
      return notes;
    }
    Deadline last = deadlines.get(deadlines.size() - 1);
    notes.add(
        say(
            "heading.months",
            deadlines.get(0).period().toString(),
            last.period().toString(),
            day(last)));
    movedNote().ifPresent(notes::add);
    policy
        .following()
        .ifPresent(following -> notes.add(say("heading.bases-of", following.basesOf())));
    notes.addAll(figures());
    return notes;
  }

  /** The rates, the late-fee rules and the imputation behind the figures, with their documents. */
  public List<String> figures() {
    List<String> notes = new ArrayList<>();
    for (ContributionRate rate : rates()) {
      if (rate.fixed().isPresent()) {
        notes.add(fixedNote(rate, rate.fixed().get()));
        continue;
      }
      notes.add(
          say(
              "heading.rates",
              rate.from().toString(),
              percent(rate.employer()),
              percent(rate.personal()),
              rate.citation().text()));
    }
    for (LateFeeRule rule : rules()) {
      notes.add(
          say(
              "heading.rule",
              rule.from().toString(),
              ratePerDay(rule.dailyRate()),
              say("counts-from." + rule.countsFrom().name()),
              say(rule.countsPaymentDay() ? "payment-day.counts" : "payment-day.does-not"),
              say(rule.capAtPrincipal() ? "cap.yes" : "cap.no"),
              rule.citation().text()));
    }
    lastYearNotes().forEach(notes::add);
    imputationNote().ifPresent(notes::add);
    return notes;
  }

  private static String fixedNote(ContributionRate rate, ContributionRate.Fixed amounts) {
    return say(
        "heading.amounts",
        rate.from().toString(),
        ReportTexts.yuan(amounts.employer()),
        ReportTexts.yuan(amounts.personal()),
        rate.citation().text());
  }

  private List<String> lastYearNotes() {
    return deadlines.stream()
        .map(Deadline::period)
        .filter(policy::isLastYearServing)
        .flatMap(month -> policy.untilDeclaredFor(month).stream())
        .distinct()
        .map(
            rule ->
                say(
                    "heading.last-year",
                    rule.from().orElse(deadlines.get(0).period()).toString(),
                    rule.citation().text()))
        .toList();
  }

  private String day(Deadline deadline) {
    return policy.lastDays().words(deadline.stated()).in(Language.ZH);
  }

  /** The deadlines that a rest day moved, and where it stands that they move. */
  private Optional<String> movedNote() {
    List<String> moved =
        deadlines.stream()
            .filter(deadline -> !deadline.date().equals(deadline.stated()))
            .map(
                deadline -> say("heading.moved-month", deadline.period().toString(), day(deadline)))
            .toList();
    return policy
        .lastDays()
        .rule()
        .filter(rule -> !moved.isEmpty())
        .map(rule -> say("heading.moved", String.join("；", moved), rule.citation().text()));
  }

  /** The notices, and in words which figures no document states. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>(notices);
    warnings.addAll(placeholders());
    return warnings;
  }

  private List<String> placeholders() {
    List<String> warnings = new ArrayList<>();
    for (ContributionRate rate : rates()) {
      if (rate.placeholder()) {
        warnings.add(
            rate.fixed().isPresent()
                ? say(
                    "heading.placeholder-amounts",
                    ReportTexts.yuan(rate.fixed().get().employer()),
                    ReportTexts.yuan(rate.fixed().get().personal()))
                : ReportTexts.say(
                    "heading.placeholder", percent(rate.employer()), percent(rate.personal())));
      }
    }
    List<String> months =
        deadlines.stream()
            .filter(deadline -> deadline.citation().placeholder())
            .map(deadline -> deadline.period().toString())
            .toList();
    if (!months.isEmpty()) {
      warnings.add(say("heading.placeholder-deadlines", String.join("、", months)));
    }
    if (rules().stream().anyMatch(rule -> rule.citation().placeholder())) {
      warnings.add(say("heading.placeholder-rule"));
    }
    return warnings;
  }

  /** Whether any figure used is no document's. */
  public boolean isPlaceholder() {
    return !placeholders().isEmpty();
  }

  /** The sets of rates that hold in the workbook's months. */
  private List<ContributionRate> rates() {
    return deadlines.stream()
        .flatMap(deadline -> policy.rateFor(deadline.period()).stream())
        .distinct()
        .toList();
  }

  /** The rules in force from the first deadline to the business date. */
  private List<LateFeeRule> rules() {
    if (deadlines.isEmpty()) {
      return List.of();
    }
    List<LateFeeRule> known =
        policy.lateFees().stream().filter(rule -> !rule.from().isAfter(businessDate)).toList();
    LocalDate first = deadlines.get(0).date();
    long ended = known.stream().filter(rule -> !rule.from().isAfter(first)).count();
    return known.subList((int) Math.max(0, ended - 1), known.size());
  }

  /** As the law words it: {@code 万分之五（0.05%）}. */
  private static String ratePerDay(Rate daily) {
    BigDecimal tenThousandths = daily.value().movePointRight(4).stripTrailingZeros();
    boolean oneDigit = tenThousandths.scale() <= 0 && tenThousandths.compareTo(BigDecimal.TEN) < 0;
    String number =
        oneDigit
            ? String.valueOf(DIGITS.charAt(tenThousandths.intValueExact()))
            : tenThousandths.toPlainString();
    return say("rate-per-day", number, Percent.exact(daily.value()));
  }

  private Optional<String> imputationNote() {
    return policy
        .imputationFor(businessDate)
        .map(
            imputation ->
                say(
                    "heading.imputation",
                    Percent.exact(imputation.factor()),
                    imputation.citation().text()));
  }
}
