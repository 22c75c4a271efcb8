package basedecl.desk.result;

import basedecl.declaration.Employer;
import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import basedecl.policy.rule.Deadline;
import basedecl.report.AgencyTelephones;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was decided on the newest version, and what every version went through.
 *
 * @param state its title; empty where nothing was sent
 * @param opinion the reviewer's words, or empty
 * @param due whether it is to be confirmed here
 * @param underWay whether a confirmation is on its way
 * @param again whether the way leads back to the upload
 * @param corrections whether corrections are taken, and until when
 */
record ResultPage(
    String employerCode,
    String employerName,
    boolean ofRetirees,
    String version,
    String state,
    String since,
    String nextStep,
    String opinion,
    boolean good,
    boolean due,
    boolean underWay,
    boolean again,
    String corrections,
    String agency,
    String telephone,
    List<Course> courses) {

  /** Makes the pages. */
  static final class Source {

    private final Confirmations confirmations;
    private final ProcedureLedger procedures;
    private final YearLedger year;

    Source(Confirmations confirmations, ProcedureLedger procedures, YearLedger year) {
      this.confirmations = confirmations;
      this.procedures = procedures;
      this.year = year;
    }

    ResultPage page(For whom, Rules rules, Language language) {
      Optional<ProcedureRecord> standing = confirmations.standing(whom);
      List<VersionRecord> versions =
          year.versions(whom.policy(), whom.year(), whom.population(), whom.employerCode());
      String agency = rules.employer(whom.employerCode()).map(Employer::agency).orElse("");
      return new ResultPage(
          whom.employerCode(),
          rules.nameOf(whom.employerCode()),
          whom.population() == Population.RETIREES,
          standing.flatMap(ProcedureRecord::version).map(Object::toString).orElse(""),
          standing.map(known -> state(known.state(), language)).orElse(""),
          standing.map(known -> known.stateDate().toString()).orElse(""),
          say(
              "report.progress.next."
                  + standing.map(known -> key(known.state())).orElse("not-declared"),
              language),
          standing.map(ProcedureRecord::opinion).orElse(""),
          standing.map(known -> DeclarationProcedure.isApproved(known.state())).orElse(false),
          standing.map(confirmations::isDue).orElse(false),
          standing.map(confirmations::isUnderWay).orElse(false),
          standing.map(known -> isAgain(known.state())).orElse(true),
          corrections(whom.population(), versions, rules, language),
          agency,
          AgencyTelephones.of(rules.policy()).of(agency),
          Course.of(versions, procedures, language));
    }

    private static boolean isAgain(DeclarationState state) {
      return state == DeclarationState.RETURNED
          || state == DeclarationState.REOPENED
          || state == DeclarationState.REJECTED;
    }

    private static String corrections(
        Population population, List<VersionRecord> versions, Rules rules, Language language) {
      if (population == Population.RETIREES) {
        return say("desk.result.corrections.retirees", language);
      }
      boolean closed =
          versions.stream()
              .filter(VersionRecord::current)
              .anyMatch(
                  inForce ->
                      !DeclarationProcedure.mayHaveSuccessor(
                          population, inForce.declaration().state()));
      if (closed) {
        return say("desk.declare.closed", language);
      }
      return rules
          .policy()
          .deadlineFor(YearMonth.of(rules.year(), 1))
          .map(Deadline::stated)
          .map(stated -> rules.policy().lastDays().words(stated).in(language))
          .map(day -> Message.of("desk.result.corrections.until", day).in(language))
          .orElseGet(() -> say("desk.result.corrections.open", language));
    }

    private static String state(DeclarationState state, Language language) {
      return say("explain.state." + state, language);
    }

    private static String key(DeclarationState state) {
      return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String say(String key, Language language) {
      return Message.of(key).in(language);
    }
  }
}
