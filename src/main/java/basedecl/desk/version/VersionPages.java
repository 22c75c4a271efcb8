package basedecl.desk.version;

import basedecl.account.Account;
import basedecl.account.SignInName;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.declaration.procedure.VersionStanding;
import basedecl.desk.declare.Figures;
import basedecl.desk.declare.Whom;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Pager;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions;
import basedecl.desk.submission.Submissions.For;
import basedecl.desk.version.VersionPage.Assessed;
import basedecl.desk.version.VersionPage.AssessedMonths;
import basedecl.desk.version.VersionPage.Difference;
import basedecl.desk.version.VersionPage.Differences;
import basedecl.desk.version.VersionPage.Totals;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.audit.AuditOutcome;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.audit.OutcomeLine;
import basedecl.ledger.submission.Submission;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.ledger.year.YearInMonth.Replacement;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Population;
import basedecl.report.declaration.Assessment;
import basedecl.report.declaration.PersonChange;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the pages of accepted versions. */
final class VersionPages {

  /** Differences of a page. */
  static final int LINES = 200;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final RulesShelf shelf;
  private final JdbcTemplate template;
  private final YearLedger year;
  private final Submissions submissions;
  private final AccountLedger accounts;
  private final DeskSettings desk;

  VersionPages(
      RulesShelf shelf,
      JdbcTemplate template,
      Submissions submissions,
      AccountLedger accounts,
      DeskSettings desk) {
    this.shelf = shelf;
    this.template = template;
    this.year = new YearLedger(template);
    this.submissions = submissions;
    this.accounts = accounts;
    this.desk = desk;
  }

  /** Empty where the employer has no such version. */
  Optional<VersionPage> page(For whom, Account reader, int number, int page, Language language) {
    List<VersionRecord> versions =
        year.versions(whom.policy(), whom.year(), whom.population(), whom.employerCode());
    return versions.stream()
        .filter(version -> version.declaration().version() == number)
        .findFirst()
        .map(version -> page(whom, reader, version, versions, page, language));
  }

  private VersionPage page(
      For whom,
      Account reader,
      VersionRecord version,
      List<VersionRecord> versions,
      int page,
      Language language) {
    DeclarationRecord declaration = version.declaration();
    boolean byAgency = declaration.state() == DeclarationState.ASSESSED;
    Optional<Submission> submission = byAgency ? Optional.empty() : submission(declaration);
    return new VersionPage(
        Whom.of(whom, shelf.current()),
        declaration.version(),
        standing(version.standing()).in(language),
        Message.of("explain.state." + declaration.state()).in(language),
        version.declaredOn().toString(),
        submission.map(each -> each.upload().fileName()).orElse(declaration.file()),
        submission.map(each -> TIME.withZone(desk.zone()).format(each.submittedAt())).orElse(""),
        submission
            .flatMap(each -> accounts.find(each.upload().account()))
            .map(Account::name)
            .map(SignInName::text)
            .orElse(""),
        submission
            .filter(each -> isFor(reader, each))
            .map(each -> each.number().toString())
            .orElse(""),
        Figures.of(declaration.persons()).text(),
        Figures.of(declaration.declaredTotal()).text(),
        Figures.of(declaration.baseTotal()).text(),
        Figures.of(declaration.dues().total()).text(),
        Figures.of(declaration.atLower()).text(),
        Figures.of(declaration.atUpper()).text(),
        versions.stream()
            .map(each -> each.declaration().version())
            .filter(other -> other != declaration.version())
            .toList(),
        byAgency ? assessed(whom, declaration) : Optional.empty(),
        before(versions, declaration)
            .map(before -> differences(whom, before, declaration, page, language)));
  }

  private Optional<Assessed> assessed(For whom, DeclarationRecord declaration) {
    AuditOutcomeLedger outcomes = new AuditOutcomeLedger(template, whom.policy(), whom.year());
    return outcomes.ofEmployer(whom.employerCode()).stream()
        .filter(outcome -> outcome.declaration().equals(OptionalLong.of(declaration.id())))
        .findFirst()
        .map(outcome -> assessed(outcome, outcomes.lines(outcome)));
  }

  private static Assessed assessed(AuditOutcome outcome, List<OutcomeLine> lines) {
    List<AssessedMonths> months =
        lines.stream()
            .flatMap(line -> Assessment.Span.of(line).stream().map(span -> months(line, span)))
            .toList();
    int left = months.size() - LINES;
    return new Assessed(
        outcome.note(),
        months.stream().limit(LINES).toList(),
        left > 0 ? Figures.of(left).text() : "");
  }

  private static AssessedMonths months(OutcomeLine line, Assessment.Span span) {
    return new AssessedMonths(
        line.name(),
        line.idNumber().toString(),
        span.first().month().toString(),
        span.last().month().toString(),
        Figures.of(span.first().wageBefore()).text(),
        Figures.of(line.wage()).text(),
        Figures.of(span.first().baseBefore()).text(),
        Figures.of(span.first().baseAfter()).text());
  }

  private static Message standing(VersionStanding standing) {
    return Message.of("desk.declare.standing." + standing);
  }

  /** Whoever declares for every employer of a file sees its receipt. */
  private static boolean isFor(Account reader, Submission submission) {
    return submission.parts().stream().allMatch(part -> reader.declaresFor(part.employerCode()));
  }

  /** What the file of a version was submitted as; its name in the inbox is the number. */
  private Optional<Submission> submission(DeclarationRecord declaration) {
    String name = Objects.toString(Path.of(declaration.file()).getFileName());
    int ending = name.lastIndexOf('.');
    return submissions
        .find(ending < 0 ? name : name.substring(0, ending))
        .filter(submission -> submission.inboxPath().equals(declaration.file()));
  }

  private static Optional<DeclarationRecord> before(
      List<VersionRecord> newestFirst, DeclarationRecord declaration) {
    return newestFirst.stream()
        .map(VersionRecord::declaration)
        .filter(other -> other.version() < declaration.version())
        .findFirst();
  }

  private Differences differences(
      For whom, DeclarationRecord before, DeclarationRecord now, int page, Language language) {
    Compared compared =
        whom.population() == Population.RETIREES
            ? ofRetirees(before, now)
            : ofEmployees(before, now);
    List<PersonChange> changes = compared.changes();
    Pager pager = Pager.of(page, changes.size(), LINES);
    return new Differences(
        before.version(),
        compared.month().map(YearMonth::toString).orElse(""),
        count(changes, PersonChange.Kind.ADDED),
        count(changes, PersonChange.Kind.REMOVED),
        count(changes, PersonChange.Kind.CHANGED),
        changes.isEmpty(),
        changes.stream()
            .skip(pager.skipped(LINES))
            .limit(LINES)
            .map(change -> line(compared.versions(), change, language))
            .toList(),
        totals(compared.versions()),
        pager);
  }

  private record Compared(
      Optional<YearMonth> month, Replacement versions, List<PersonChange> changes) {}

  /** By the limits of one month, as the year's workbook of changes has it. */
  private Compared ofEmployees(DeclarationRecord before, DeclarationRecord now) {
    Rules rules = shelf.current();
    YearInMonth view =
        new YearInMonth(
                template, rules.policy(), ContributionMonth.of(rules.year(), rules.businessDate()))
            .asDeclared();
    Replacement versions = view.versions(before, now);
    return new Compared(
        Optional.of(view.month()),
        versions,
        PersonChange.between(people(view, versions.before()), people(view, versions.after())));
  }

  private static PersonChange.People people(YearInMonth view, DeclarationRecord version) {
    return person -> view.forEachPerson(List.of(version), person, RuntimeException.class);
  }

  /** Of retirees nothing depends on the month. */
  private Compared ofRetirees(DeclarationRecord before, DeclarationRecord now) {
    return new Compared(
        Optional.empty(),
        new Replacement(before, now),
        PersonChange.between(people(before), people(now)));
  }

  private PersonChange.People people(DeclarationRecord version) {
    return person -> year.forEachPerson(List.of(version), person, RuntimeException.class);
  }

  private static String count(List<PersonChange> changes, PersonChange.Kind kind) {
    return Figures.of(changes.stream().filter(change -> change.kind() == kind).count()).text();
  }

  private static Difference line(Replacement versions, PersonChange change, Language language) {
    return new Difference(
        (change.after().isPresent() ? versions.after() : versions.before()).version(),
        change.person().line(),
        Message.of("desk.version.change." + change.kind()).in(language),
        change.person().name(),
        change.person().idNumber().toString(),
        Figures.of(change.before().map(PersonRecord::declaredWage)).text(),
        Figures.of(change.after().map(PersonRecord::declaredWage)).text(),
        Figures.of(change.before().map(PersonRecord::base)).text(),
        Figures.of(change.after().map(PersonRecord::base)).text());
  }

  private static Totals totals(Replacement versions) {
    return new Totals(
        Figures.of(versions.before().persons()).text(),
        Figures.of(versions.after().persons()).text(),
        Figures.of(versions.before().declaredTotal()).text(),
        Figures.of(versions.after().declaredTotal()).text(),
        Figures.of(versions.before().baseTotal()).text(),
        Figures.of(versions.after().baseTotal()).text());
  }
}
