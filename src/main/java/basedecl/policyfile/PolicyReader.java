package basedecl.policyfile;

import basedecl.message.Message;
import basedecl.policy.AgencyDirectory;
import basedecl.policy.InstalmentRule;
import basedecl.policy.LastDays;
import basedecl.policy.NationalRules;
import basedecl.policy.Payee;
import basedecl.policy.Policy;
import basedecl.policy.rule.BackPayment;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.Imputation;
import basedecl.policy.rule.LateFeeRule;
import basedecl.policy.rule.MinimumAge;
import basedecl.policy.rule.MinimumWage;
import basedecl.policy.rule.SignalRule;
import basedecl.policy.rule.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One policy file as a {@link Policy}. For example:
 *
 * <pre>
 * policy: weifang-employee-medical
 * limits:
 *   - {year: 2024, from: 2024-01, lower: 4242, upper: 21207, status: provisional,
 *      published: 2023-12-25, citation: "..."}
 * audit:
 *   - {from: 2024-01, more-than: 0.70, citation: "..."}
 * </pre>
 *
 * A file with {@code bases-of} is read by {@link FollowerReader}. Required are {@code policy} and
 * {@code limits}; limits may be left out by a policy with {@code tiers} and by one for retirees,
 * whose pensions have none. The factor for employers that declared nothing and the least age of
 * flexible workers are national law and are taken from there where the file does not state them,
 * and so are the {@code signals} of employees' policies; late fees are not, since their conventions
 * are the region's.
 */
final class PolicyReader {

  static final List<String> KEYS =
      List.of(
          "policy",
          "title",
          "limits",
          "base-rounding",
          "rates",
          "deadlines",
          "late-fee",
          "audit",
          "limit-change",
          "waivers",
          "imputation",
          "until-declared",
          "agencies",
          "minimum-wage",
          "minimum-age",
          "back-payment",
          "tiers",
          "instalments",
          "signals",
          "payee",
          "deadline-on-rest-day",
          FollowerReader.BASES_OF,
          FollowerReader.ONLY_EMPLOYERS,
          FollowerReader.AMOUNTS);

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int AFTER_REGION = 2;

  private final NationalRules national;
  private final Function<String, Optional<AgencyDirectory>> agenciesOf;
  private final List<Message> warnings = new ArrayList<>();

  PolicyReader(NationalRules national, Function<String, Optional<AgencyDirectory>> agenciesOf) {
    this.national = national;
    this.agenciesOf = agenciesOf;
  }

  /** What looked odd in the files read so far, though nothing forbids it. */
  List<Message> warnings() {
    return List.copyOf(warnings);
  }

  /** Whether the file is one of a further kind of insurance, which {@link #follower} reads. */
  static boolean isFollower(SourceFile file) {
    return YamlFile.read(file, KEYS).has(FollowerReader.BASES_OF);
  }

  Policy follower(SourceFile file, FollowerReader followers) {
    Section root = YamlFile.read(file, KEYS);
    String name = name(file, root);
    return followers.read(root, name, agencies(root, name));
  }

  Policy read(SourceFile file) {
    Section root = YamlFile.read(file, KEYS);
    String name = name(file, root);
    for (String key : List.of(FollowerReader.ONLY_EMPLOYERS, FollowerReader.AMOUNTS)) {
      if (root.has(key)) {
        throw file.refusal("policy.only-follower", root.lineOf(key), key);
      }
    }
    Optional<AgencyDirectory> agencies = agencies(root, name);
    LastDays lastDays =
        new LastDays(RulesReader.restDayRule(root, "deadline-on-rest-day"), national.calendar());
    return new Policy(
        name,
        root.optional("title").map(Scalar::words).orElse(name),
        file.version(),
        file.name(),
        new LimitsReader(warnings).read(limits(root, name)),
        root.section("base-rounding", RulesReader.BASE_ROUNDING).map(RulesReader::baseRounding),
        DatedValues.read(
            "rates",
            root.sections("rates", RulesReader.RATE),
            RulesReader::rate,
            ContributionRate::from),
        DatedValues.read(
            "deadlines",
            root.sections("deadlines", RulesReader.DEADLINE),
            entry -> RulesReader.deadline(entry, lastDays),
            Deadline::period),
        DatedValues.read(
            "late-fee",
            root.sections("late-fee", RulesReader.LATE_FEE),
            RulesReader::lateFee,
            LateFeeRule::from),
        DatedValues.read(
            "waivers",
            root.sections("waivers", RulesReader.WAIVER),
            RulesReader::waiver,
            Waiver::from),
        DatedValues.read(
            "audit",
            root.sections("audit", RulesReader.AUDIT),
            RulesReader::flagThreshold,
            FlagThreshold::from),
        imputations(root, name),
        RulesReader.untilDeclared(root, "until-declared"),
        DatedValues.read(
            "limit-change",
            root.oneOrMore("limit-change", RulesReader.LIMIT_CHANGE),
            RulesReader::limitChange,
            c -> c.from().map(Object::toString).orElse("")),
        DatedValues.read(
            "minimum-wage",
            root.sections("minimum-wage", RulesReader.MINIMUM_WAGE),
            RulesReader::minimumWage,
            MinimumWage::from),
        minimumAges(root, name),
        DatedValues.read(
            "back-payment",
            root.sections("back-payment", RulesReader.BACK_PAYMENT),
            RulesReader::backPayment,
            BackPayment::from),
        DatedValues.read(
            "tiers",
            root.sections("tiers", RulesReader.TIERS),
            RulesReader::tiers,
            t -> t.from() + " " + t.title()),
        DatedValues.read(
            "instalments",
            root.sections("instalments", RulesReader.INSTALMENTS),
            RulesReader::instalments,
            InstalmentRule::from),
        signals(root, name),
        agencies,
        payee(root, name, agencies),
        lastDays);
  }

  /** Flexible workers pay by themselves and are told whom; the office is one of the list's. */
  private static Optional<Payee> payee(
      Section root, String name, Optional<AgencyDirectory> agencies) {
    Optional<Section> entry = root.section("payee", RulesReader.PAYEE);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    SourceFile file = root.file();
    if (!isFor("flexible", name)) {
      throw file.refusal("policy.payee-not-flexible", entry.get().line());
    }
    Payee payee = RulesReader.payee(entry.get());
    if (agencies.isPresent() && agencies.get().find(payee.agency()).isEmpty()) {
      throw file.refusal("policy.payee-agency", entry.get().line(), payee.agency());
    }
    return Optional.of(payee);
  }

  private static String name(SourceFile file, Section root) {
    Scalar policy = root.required("policy");
    if (!NAME.matcher(policy.text()).matches()) {
      throw file.refusal("policy.bad-name", policy.line(), policy.text());
    }
    if (!policy.text().equals(file.stem())) {
      throw file.refusal("policy.name-differs", policy.line(), policy.text(), file.stem());
    }
    return policy.text();
  }

  private static List<Section> limits(Section root, String name) {
    List<Section> limits = root.sections("limits", LimitsReader.KEYS);
    if (limits.isEmpty() && !root.has("tiers") && !isFor("retiree", name)) {
      throw root.file().refusal("policy.no-limits", root.line());
    }
    return limits;
  }

  private List<Imputation> imputations(Section root, String name) {
    if (!root.has("imputation")) {
      return isFor("flexible", name) || isFor("resident", name)
          ? List.of()
          : national.imputations();
    }
    return DatedValues.read(
        "imputation",
        root.sections("imputation", RulesReader.IMPUTATION),
        RulesReader::imputation,
        Imputation::from);
  }

  private List<MinimumAge> minimumAges(Section root, String name) {
    if (!root.has("minimum-age")) {
      return isFor("flexible", name) ? national.minimumAges() : List.of();
    }
    return DatedValues.read(
        "minimum-age",
        root.sections("minimum-age", RulesReader.MINIMUM_AGE),
        RulesReader::minimumAge,
        MinimumAge::from);
  }

  /** Signals are about employers; where the file lists none, the general ones hold. */
  private List<SignalRule> signals(Section root, String name) {
    if (root.has("signals")) {
      return RulesReader.signals(root);
    }
    return isFor("employee", name) ? national.signals() : List.of();
  }

  /** The list the file names, else the one of its region. */
  private Optional<AgencyDirectory> agencies(Section root, String name) {
    Optional<Scalar> named = root.optional("agencies");
    if (named.isEmpty()) {
      return agenciesOf.apply(region(name));
    }
    Scalar wanted = named.get();
    return Optional.of(
        agenciesOf
            .apply(wanted.text())
            .orElseThrow(
                () ->
                    root.file().refusal("policy.unknown-agencies", wanted.line(), wanted.text())));
  }

  /** {@code REGION-POPULATION-KIND}: what stands before the last two words. */
  private static String region(String name) {
    String region = name;
    for (int i = 0; i < AFTER_REGION && region.contains("-"); i++) {
      region = region.substring(0, region.lastIndexOf('-'));
    }
    return region;
  }

  private static boolean isFor(String population, String name) {
    return List.of(name.split("-", -1)).contains(population);
  }
}
