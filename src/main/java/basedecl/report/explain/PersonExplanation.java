package basedecl.report.explain;

import basedecl.assessment.Adjustment;
import basedecl.assessment.AssessedYear;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.declaration.row.MonthsInService;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.staff.StaffChangeLedger;
import basedecl.ledger.year.DeclarationOrigin;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.LookupLedger;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.money.Rate;
import basedecl.person.IdNumber;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.policy.rule.BaseRounding;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.PublishedLimits;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** How one person's base and dues came about, from the cell to the last rounding. */
public final class PersonExplanation {

  private final JdbcTemplate template;
  private final Explained explained;
  private final YearLedger year;
  private final LookupLedger look;
  private final MonthsLedger months;
  private final Policy policy;
  private final int contributionYear;

  public PersonExplanation(JdbcTemplate template, Explained explained) {
    this.template = template;
    this.explained = explained;
    this.year = new YearLedger(template);
    this.look = new LookupLedger(template);
    this.months = new MonthsLedger(template);
    this.policy = explained.policy();
    this.contributionYear = explained.year();
  }

  /**
   * @throws RefusedException where the employer has no declaration, or no version has the person
   */
  public void write(String employer, IdNumber number, Explanation explanation) {
    List<VersionRecord> versions =
        year.versions(policy.declaredUnder(), contributionYear, Population.EMPLOYEES, employer);
    if (versions.isEmpty()) {
      throw new RefusedException(
          Message.of(
              "explain.no-declaration",
              employer,
              policy.name(),
              Integer.toString(contributionYear)));
    }
    DeclarationRecord current = VersionRecord.inForce(versions).declaration();
    Optional<PersonRecord> person = year.person(current, number);
    explanation
        .put("policy", policy.name())
        .put("year", contributionYear)
        .put("employer", current.employerCode())
        .put("employer_name", current.employerName())
        .put("person", explained.shown(number));
    explanation.say("employer", current.employerCode(), current.employerName(), current.agency());
    if (person.isPresent()) {
      current(current, person.get(), explanation);
    }
    boolean elsewhere = others(versions, number, explanation);
    if (person.isEmpty() && !elsewhere) {
      throw new RefusedException(
          Message.of("explain.no-person", employer, Integer.toString(current.version())));
    }
    if (person.isEmpty()) {
      explanation.say("person-gone", current.version());
    }
  }

  private void current(
      DeclarationRecord declaration, PersonRecord person, Explanation explanation) {
    DeclarationOrigin origin = look.origin(declaration.id());
    ServiceExplanation service =
        new ServiceExplanation(
            new StaffChangeLedger(template, policy.name(), contributionYear)
                .ofEmployer(declaration.employerCode()),
            person);
    String source =
        service.source().orElse(declaration.file() + "!" + person.sheet() + "!" + person.row());
    explanation
        .put("name", person.name())
        .put("source", source)
        .put("sha256", origin.sha256())
        .put("version", declaration.version())
        .put("state", declaration.state().name())
        .put("run", origin.runId())
        .put("business_date", origin.businessDate().toString());
    explanation
        .say(
            "person",
            person.name(),
            person.documentKind().title(),
            explained.shown(person.idNumber()))
        .say(person.isJoined() ? "source-joined" : "source", source, origin.sha256())
        .say(
            "version",
            declaration.version(),
            explanation.state(declaration.state()),
            origin.runId(),
            origin.businessDate());
    if (!origin.policyVersion().equals(policy.version())) {
      explanation.put("policy_changed", true).say("policy-changed", policy.source());
    }
    AssessedExplanation assessed =
        new AssessedExplanation(
            new AuditOutcomeLedger(template, policy.declaredUnder(), contributionYear),
            declaration.employerCode());
    assessed.person(person.idNumber(), explanation);
    YearInMonth view =
        YearInMonth.of(template, policy, explained.month(), declaration.employerCode());
    PersonRecord inMonth = view.inMonth(declaration, person);
    explanation.put("period", explained.month().toString()).say("period", explained.month());
    explained.notices(template, view, declaration).forEach(explanation::notice);
    MonthsInService served = view.served(declaration, person.line());
    service.write(served, explained.month(), explanation);
    wage(inMonth, assessed, explanation);
    base(view.limitsOf(declaration), inMonth, explanation);
    if (served.contains(explained.month())) {
      dues(inMonth, explanation);
    }
    changes(declaration, origin, person, served, assessed, explanation);
  }

  private void wage(PersonRecord person, AssessedExplanation assessed, Explanation explanation) {
    boolean found = assessed.covers(person.idNumber(), explained.month());
    explanation.put(found ? "assessed_wage" : "declared_wage", person.declaredWage());
    explanation.say(found ? "wage-assessed" : "wage", person.declaredWage());
  }

  private void base(
      Optional<PublishedLimits> limits, PersonRecord person, Explanation explanation) {
    if (limits.isPresent()) {
      PublishedLimits known = limits.get();
      explanation
          .part("limits")
          .put("lower", known.limits().lower())
          .put("upper", known.limits().upper())
          .put("from", known.from().toString())
          .put("standing", known.standing().name())
          .put("published", known.published().toString())
          .put("citation", known.citation().text());
      explanation.say(
          "limits",
          explained.month(),
          known.limits().lower(),
          known.limits().upper(),
          explanation.words("standing." + known.standing().name()),
          known.from(),
          known.citation().text());
    }
    Optional<BaseRounding> rounding = policy.baseRounding();
    explanation
        .part("rounding")
        .put("scale", policy.rounding().scale())
        .put("mode", policy.rounding().mode().name())
        .put("citation", rounding.map(r -> r.citation().text()).orElse(""));
    explanation.say(
        "rounding",
        policy.rounding().scale(),
        explanation.words("mode." + policy.rounding().mode().name()),
        rounding.map(r -> r.citation().text()).orElse("—"));
    explanation
        .put("base", person.base())
        .put("adjustment", person.adjustment().name())
        .put("at_lower", person.atLower());
    explanation.say("base." + person.adjustment().name(), person.declaredWage(), person.base());
    if (person.adjustment() == Adjustment.AS_DECLARED && person.atLower()) {
      explanation.say("at-lower");
    }
  }

  private void dues(PersonRecord person, Explanation explanation) {
    Optional<ContributionRate> rate = policy.rateFor(explained.month());
    if (rate.isEmpty()) {
      explanation.say("no-rate", policy.source());
    } else {
      explanation
          .part("rates")
          .put("from", rate.get().from().toString())
          .put("employer", rate.get().employer().map(r -> r.toString()).orElse(""))
          .put("personal", rate.get().personal().map(r -> r.toString()).orElse(""))
          .put("placeholder", rate.get().placeholder())
          .put("citation", rate.get().citation().text());
      explanation.say(
          "rates",
          explained.month(),
          percent(rate.get().employer()),
          percent(rate.get().personal()),
          rate.get().citation().text());
      if (rate.get().placeholder()) {
        explanation.say("placeholder");
      }
      product("due.employer", rate.get().employer(), person, person.dues().employer(), explanation);
      product("due.personal", rate.get().personal(), person, person.dues().personal(), explanation);
    }
    explanation
        .part("monthly_due")
        .put("employer", person.dues().employer())
        .put("personal", person.dues().personal())
        .put("total", person.dues().total());
    explanation.say("due.total", Explanation.yuan(person.dues().total()));
  }

  private static void product(
      String key,
      Optional<Rate> rate,
      PersonRecord person,
      Optional<Money> due,
      Explanation explanation) {
    if (rate.isPresent() && due.isPresent()) {
      explanation.say(
          key,
          person.base(),
          rate.get(),
          person.base().amount().multiply(rate.get().value()).toPlainString(),
          due.get());
    }
  }

  /** What limit-change or an audit recorded, then every month of the year by its own limits. */
  private void changes(
      DeclarationRecord declaration,
      DeclarationOrigin origin,
      PersonRecord person,
      MonthsInService served,
      AssessedExplanation assessed,
      Explanation explanation) {
    String change = assessed.any(person.idNumber()) ? "base-change-assessed" : "base-change";
    NavigableMap<YearMonth, Money> changes = look.baseChanges(declaration.id(), person.line());
    changes.forEach(
        (month, base) -> {
          explanation.item("base_changes").put("from", month.toString()).put("base", base);
          explanation.say(change, month, base);
        });
    AssessedYear months = this.months.yearOf(policy, origin);
    months.add(person.declaredWage(), person.base(), changes, served);
    SpansExplanation.write(months.spans(), "span-person", explanation);
  }

  /** The person's lines in the versions that were replaced, and in the one on its way. */
  private boolean others(List<VersionRecord> versions, IdNumber number, Explanation explanation) {
    boolean any = false;
    for (VersionRecord other : versions) {
      DeclarationRecord version = other.declaration();
      Optional<PersonRecord> before =
          other.current() ? Optional.empty() : year.person(version, number);
      if (before.isPresent()) {
        any = true;
        String source = version.file() + "!" + before.get().sheet() + "!" + before.get().row();
        explanation
            .item(list(other))
            .put("version", version.version())
            .put("declared_wage", before.get().declaredWage())
            .put("base", before.get().base())
            .put("source", source);
        explanation.say(
            list(other),
            version.version(),
            before.get().declaredWage(),
            before.get().base(),
            source);
      }
    }
    return any;
  }

  private static String list(VersionRecord version) {
    return version.standing() == VersionStanding.PENDING ? "pending" : "replaced";
  }

  private static String percent(Optional<Rate> rate) {
    return rate.map(r -> Percent.exact(r.value())).orElse("—");
  }
}
