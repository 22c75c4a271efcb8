package basedecl.desk.audit;

import basedecl.audit.Auditor;
import basedecl.audit.OutcomeKind;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.audit.signal.SignalFinding;
import basedecl.audit.signal.TaxComparison;
import basedecl.declaration.Employer;
import basedecl.desk.audit.EmployerPage.Fact;
import basedecl.desk.audit.EmployerPage.Outcome;
import basedecl.desk.audit.EmployerPage.Signal;
import basedecl.desk.audit.EmployerPage.Version;
import basedecl.desk.audit.ListPage.Choice;
import basedecl.desk.declare.Figures;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.ledger.audit.AuditList;
import basedecl.ledger.audit.AuditList.Audit;
import basedecl.ledger.audit.AuditOutcome;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.audit.AuditRecord;
import basedecl.ledger.audit.RecordedBy;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Percent;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.policy.rule.FlagThreshold;
import basedecl.policy.rule.SignalKind;
import basedecl.report.AgencyTelephones;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the pages of employers. */
final class EmployerPages {

  /** Years side by side, the desk's and those before it. */
  private static final int YEARS = 5;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final RulesShelf shelf;
  private final JdbcTemplate template;
  private final YearLedger year;
  private final RosterLedger roster;
  private final Notices notices;
  private final Assessments assessments;
  private final ZoneId zone;

  EmployerPages(
      RulesShelf shelf,
      JdbcTemplate template,
      Notices notices,
      Assessments assessments,
      ZoneId zone) {
    this.shelf = shelf;
    this.template = template;
    this.year = new YearLedger(template);
    this.roster = new RosterLedger(template);
    this.notices = notices;
    this.assessments = assessments;
    this.zone = zone;
  }

  /** Empty where neither the roster nor a declaration knows the employer. */
  Optional<EmployerPage> page(String code, Language language) {
    Rules rules = shelf.current();
    Optional<DeclarationRecord> stored =
        year.current(rules.policy().name(), rules.year(), Population.EMPLOYEES, code);
    Optional<Employer> onRoster = roster.find(code);
    if (stored.isEmpty() && onRoster.isEmpty()) {
      return Optional.empty();
    }
    YearMonth month = ContributionMonth.of(rules.year(), rules.businessDate());
    Optional<DeclarationRecord> current =
        stored.map(
            each ->
                YearInMonth.of(template, rules.policy(), month, code)
                    .inMonth(List.of(each))
                    .get(0));
    return Optional.of(page(code, rules, month, current, onRoster, language));
  }

  private EmployerPage page(
      String code,
      Rules rules,
      YearMonth month,
      Optional<DeclarationRecord> current,
      Optional<Employer> onRoster,
      Language language) {
    AuditList list = new AuditList(template, rules.policy().name(), rules.year());
    Optional<Audit> audit = list.newest();
    String agency =
        onRoster.map(Employer::agency).or(() -> current.map(DeclarationRecord::agency)).orElse("");
    Optional<FlagThreshold> threshold = rules.policy().flagThresholdFor(month);
    return new EmployerPage(
        code,
        current
            .map(DeclarationRecord::employerName)
            .or(() -> onRoster.map(Employer::name))
            .orElse(code),
        agency,
        AgencyTelephones.of(rules.policy()).of(agency),
        current.isPresent(),
        month.toString(),
        current.map(each -> figures(each, language)).orElse(NO_FIGURES),
        threshold
            .map(
                rule ->
                    Message.of(
                            "desk.audit.rule",
                            Percent.exact(rule.moreThan()),
                            rule.citation().text())
                        .in(language))
            .orElse(""),
        signals(list, audit, code, rules.policy(), month, language),
        audit
            .map(
                found ->
                    list.cleared(found, code).stream()
                        .map(each -> signal(each, "CLEARED", rules.policy(), month, language))
                        .toList())
            .orElse(List.of()),
        audit
            .flatMap(found -> list.find(found, code))
            .flatMap(found -> found.employer().tax())
            .map(found -> tax(found, language))
            .orElse(List.of()),
        YearsPicture.of(
            years(rules, code, current),
            list.signalsByYear(code),
            threshold.map(FlagThreshold::moreThan)),
        versions(rules, code, language),
        notices.find(code).isPresent(),
        outcomes(rules, code, language),
        kinds(language),
        current.isPresent() && !assessments.isUnderWay(code),
        assessments.isUnderWay(code));
  }

  private static final EmployerPage.Figures NO_FIGURES =
      new EmployerPage.Figures("", "", "", "", "", "", false, "", "", "");

  private static EmployerPage.Figures figures(DeclarationRecord current, Language language) {
    return new EmployerPage.Figures(
        Integer.toString(current.version()),
        Message.of("explain.state." + current.state()).in(language),
        Figures.of(current.persons()).text(),
        Figures.of(current.atLower()).text(),
        Figures.of(current.declaredBelowLower()).text(),
        Percent.rounded(new LowerLimitShare(current.atLower(), current.persons()).fraction()),
        current.flagged(),
        Figures.of(current.declaredTotal()).text(),
        Figures.of(current.baseTotal()).text(),
        Figures.of(current.dues().total()).text());
  }

  private static List<Signal> signals(
      AuditList list,
      Optional<Audit> audit,
      String code,
      Policy policy,
      YearMonth month,
      Language language) {
    return audit
        .map(
            found ->
                list.signals(found, List.of(code)).stream()
                    .map(
                        each ->
                            signal(
                                each,
                                each.firstDate().equals(found.day()) ? "FRESH" : "STANDING",
                                policy,
                                month,
                                language))
                    .toList())
        .orElse(List.of());
  }

  private static Signal signal(
      AuditRecord found, String standing, Policy policy, YearMonth month, Language language) {
    return new Signal(
        SignalFinding.titleOf(found.signal()).in(language),
        found.value(),
        found.threshold(),
        Message.of("desk.audit.follow." + standing).in(language),
        found.firstDate().toString(),
        Integer.toString(found.version()),
        basis(found.signal(), policy, month));
  }

  private static String basis(String signal, Policy policy, YearMonth month) {
    if (signal.equals(Auditor.LOWER_LIMIT_SHARE)) {
      return policy.flagThresholdFor(month).map(rule -> rule.citation().text()).orElse("—");
    }
    return SignalKind.named(signal)
        .flatMap(kind -> policy.signalFor(kind, month))
        .map(rule -> rule.citation().text())
        .orElse("—");
  }

  private static List<Fact> tax(TaxComparison tax, Language language) {
    return List.of(
        fact("tax-persons", Figures.of(tax.taxPersons()), language),
        fact("matched", Figures.of(tax.matched()), language),
        fact("below-tax", Figures.of(tax.belowTax()), language),
        fact("wage-gap", Figures.of(tax.wageGap()), language),
        fact("base-short", Figures.of(tax.baseShort()), language),
        fact("dues-short", Figures.of(tax.duesShort().total()), language));
  }

  private static Fact fact(String key, Figures value, Language language) {
    return new Fact(Message.of("desk.audit.tax." + key).in(language), value.text());
  }

  /** The year's own as it is charged in the month, those before it as they were accepted. */
  private List<DeclarationRecord> years(
      Rules rules, String code, Optional<DeclarationRecord> current) {
    List<DeclarationRecord> years = new ArrayList<>();
    for (int each = rules.year() - YEARS + 1; each < rules.year(); each++) {
      year.current(rules.policy().name(), each, Population.EMPLOYEES, code).ifPresent(years::add);
    }
    current.ifPresent(years::add);
    return years;
  }

  private List<Version> versions(Rules rules, String code, Language language) {
    return year.versions(rules.policy().name(), rules.year(), Population.EMPLOYEES, code).stream()
        .map(version -> version(version, language))
        .toList();
  }

  private static Version version(VersionRecord version, Language language) {
    DeclarationRecord declaration = version.declaration();
    return new Version(
        declaration.version(),
        version.declaredOn().toString(),
        Message.of("desk.declare.standing." + version.standing()).in(language),
        Message.of("explain.state." + declaration.state()).in(language),
        Figures.of(declaration.persons()).text(),
        Figures.of(declaration.atLower()).text(),
        Figures.of(declaration.declaredTotal()).text(),
        Figures.of(declaration.baseTotal()).text());
  }

  private List<Outcome> outcomes(Rules rules, String code, Language language) {
    AuditOutcomeLedger ledger =
        new AuditOutcomeLedger(template, rules.policy().name(), rules.year());
    return ledger.ofEmployer(code).stream()
        .map(outcome -> outcome(ledger, outcome, language))
        .toList();
  }

  private Outcome outcome(AuditOutcomeLedger ledger, AuditOutcome outcome, Language language) {
    return new Outcome(
        Message.of("desk.audit.outcome." + outcome.kind()).in(language),
        outcome.day().toString(),
        by(outcome.by(), language),
        outcome.note(),
        ledger.lines(outcome).stream()
            .map(
                line ->
                    new EmployerPage.Assessed(
                        line.name(),
                        line.idNumber().toString(),
                        Figures.of(line.wage()).text(),
                        line.from() + " – " + line.to(),
                        line.basis()))
            .toList());
  }

  private String by(RecordedBy by, Language language) {
    return by instanceof RecordedBy.Desk desk
        ? desk.account() + " " + TIME.withZone(zone).format(desk.at())
        : Message.of("desk.audit.by-run", Long.toString(((RecordedBy.Run) by).number()))
            .in(language);
  }

  /** What is noted without more; an assessment comes with its lines. */
  private static List<Choice> kinds(Language language) {
    return Arrays.stream(OutcomeKind.values())
        .filter(kind -> kind != OutcomeKind.ASSESSED)
        .map(
            kind ->
                new Choice(
                    FilterForm.word(kind), Message.of("desk.audit.outcome." + kind).in(language)))
        .toList();
  }
}
