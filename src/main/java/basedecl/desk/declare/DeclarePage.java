package basedecl.desk.declare;

import basedecl.declaration.Employer;
import basedecl.declaration.procedure.DeclarationDeadline;
import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.ledger.submission.Submission;
import basedecl.ledger.submission.SubmissionState;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.policy.rule.Deadline;
import basedecl.report.AgencyTelephones;
import basedecl.report.review.ProgressRow;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Where a declaration stands, in the words of the notice.
 *
 * @param state its title
 * @param since the day of the state; empty while nothing was sent
 * @param nextPage the page of the next step below this one; empty where it is a new declaration or
 *     somebody else's
 * @param inForce the sentence of the version that holds meanwhile, or empty
 * @param opinion the reviewer's words, or empty
 * @param open whether another version may be submitted
 * @param lastDay in words, or empty where none is laid down
 * @param late whether that day passed without a declaration
 * @param retirees whether the employer may declare retirees as well
 */
record DeclarePage(
    String employerCode,
    String employerName,
    boolean ofRetirees,
    boolean retirees,
    String state,
    String since,
    String nextStep,
    String nextPage,
    String inForce,
    String opinion,
    boolean open,
    String lastDay,
    boolean late,
    String agency,
    String telephone,
    List<Version> versions,
    List<Receipt> receipts) {

  /** Receipts that are listed. */
  private static final int RECEIPTS = 10;

  /** A version that was accepted. */
  record Version(
      int number, String day, String standing, String state, Figures people, Figures bases) {}

  /** A receipt. */
  record Receipt(String number, String time, String fileName, String state) {}

  /** Makes the pages. */
  static final class Source {

    private final RulesShelf shelf;
    private final Submissions submissions;
    private final ProcedureLedger procedures;
    private final YearLedger year;
    private final ZoneId zone;

    Source(
        RulesShelf shelf,
        Submissions submissions,
        ProcedureLedger procedures,
        YearLedger year,
        ZoneId zone) {
      this.shelf = shelf;
      this.submissions = submissions;
      this.procedures = procedures;
      this.year = year;
      this.zone = zone;
    }

    DeclarePage page(For whom, Language language) {
      Rules rules = shelf.current();
      Optional<ProcedureRecord> standing =
          procedures.standing(
              new ProcedureLedger.Scope(whom.policy(), whom.year(), whom.population()),
              whom.employerCode());
      ProgressRow row =
          standing
              .map(known -> ProgressRow.of(known, Optional.empty()))
              .orElseGet(() -> ProgressRow.notDeclared(employer(rules, whom.employerCode())));
      List<VersionRecord> versions =
          year.versions(whom.policy(), whom.year(), whom.population(), whom.employerCode());
      DeclarationDeadline deadline = DeclarationDeadline.of(rules.policy(), whom.year());
      String agency = rules.employer(whom.employerCode()).map(Employer::agency).orElse("");
      return new DeclarePage(
          whom.employerCode(),
          rules.nameOf(whom.employerCode()),
          whom.population() == Population.RETIREES,
          rules.declaresRetirees(whom.employerCode()),
          standing
              .map(known -> Message.of("explain.state." + known.state()))
              .orElseGet(() -> Message.of("report.progress.not-declared"))
              .in(language),
          row.stateDate().map(Object::toString).orElse(""),
          Message.of("report.progress.next." + row.turn().key()).in(language),
          standing.map(known -> nextPage(known.state())).orElse(""),
          inForce(row, language),
          row.opinion(),
          isOpen(whom.population(), versions),
          lastDay(rules.policy(), whom.year(), language),
          !row.lateness(deadline, rules.businessDate()).isEmpty(),
          agency,
          AgencyTelephones.of(rules.policy()).of(agency),
          versions.stream().map(version -> version(version, language)).toList(),
          receipts(whom, language));
    }

    private static Employer employer(Rules rules, String code) {
      return rules
          .employer(code)
          .orElseGet(
              () ->
                  new Employer(
                      code,
                      code,
                      Optional.empty(),
                      "",
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()));
    }

    private static String inForce(ProgressRow row, Language language) {
      return row.inForce()
          .filter(inForce -> !row.version().equals(Optional.of(inForce.version())))
          .map(
              inForce ->
                  Message.of("report.progress.in-force", Integer.toString(inForce.version()))
                      .in(language))
          .orElse("");
    }

    private static String nextPage(DeclarationState state) {
      return switch (state) {
        case ACCEPTED -> "papers";
        case MATERIALS_COMPLETE -> "materials";
        case APPROVED -> "result";
        default -> "";
      };
    }

    private static boolean isOpen(Population population, List<VersionRecord> versions) {
      return versions.stream()
          .filter(VersionRecord::current)
          .allMatch(
              inForce ->
                  DeclarationProcedure.mayHaveSuccessor(population, inForce.declaration().state()));
    }

    private static String lastDay(Policy policy, int year, Language language) {
      return policy
          .deadlineFor(YearMonth.of(year, 1))
          .map(Deadline::stated)
          .map(stated -> policy.lastDays().words(stated).in(language))
          .orElse("");
    }

    private static Version version(VersionRecord version, Language language) {
      return new Version(
          version.declaration().version(),
          version.declaredOn().toString(),
          Message.of("desk.declare.standing." + version.standing()).in(language),
          Message.of("explain.state." + version.declaration().state()).in(language),
          Figures.of(version.declaration().persons()),
          Figures.of(version.declaration().baseTotal()));
    }

    private List<Receipt> receipts(For whom, Language language) {
      return submissions.ofEmployer(whom, RECEIPTS).stream()
          .map(submission -> receipt(submission, submissions.state(submission), language))
          .toList();
    }

    private Receipt receipt(Submission submission, SubmissionState state, Language language) {
      return new Receipt(
          submission.number().toString(),
          ReceiptPage.time(submission.submittedAt(), zone),
          submission.upload().fileName(),
          state.title().in(language));
    }
  }
}
