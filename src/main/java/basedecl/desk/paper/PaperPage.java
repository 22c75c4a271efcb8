package basedecl.desk.paper;

import basedecl.desk.submission.Rules;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.year.VersionRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import basedecl.report.ReportTexts;
import java.util.Locale;
import java.util.Optional;

/**
 * Which papers there are to print, or why there are none.
 *
 * @param state its title; empty where nothing was accepted yet
 * @param nextStep what is to be done with the papers, or instead
 * @param printed whether there are papers
 * @param shownWhole whether the detail is short enough for a page
 */
record PaperPage(
    String employerCode,
    String employerName,
    boolean ofRetirees,
    boolean printed,
    String number,
    String version,
    String state,
    String persons,
    boolean shownWhole,
    String nextStep) {

  /** People on a page to print; more are for the workbook. */
  static final int MOST_SHOWN = 1_000;

  static PaperPage none(For whom, Rules rules, Optional<VersionRecord> version, Language language) {
    return new PaperPage(
        whom.employerCode(),
        rules.nameOf(whom.employerCode()),
        whom.population() == Population.RETIREES,
        false,
        "",
        version.map(v -> Integer.toString(v.declaration().version())).orElse(""),
        version.map(v -> state(v, language)).orElse(""),
        "",
        false,
        text(version.map(PaperPage::key).orElse("not-accepted"), language));
  }

  static PaperPage of(
      For whom, Rules rules, VersionRecord version, String number, Language language) {
    return new PaperPage(
        whom.employerCode(),
        rules.nameOf(whom.employerCode()),
        whom.population() == Population.RETIREES,
        true,
        number,
        Integer.toString(version.declaration().version()),
        state(version, language),
        ReportTexts.count(version.declaration().persons()),
        version.declaration().persons() <= MOST_SHOWN,
        text(key(version), language));
  }

  private static String key(VersionRecord version) {
    return version.declaration().state().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String state(VersionRecord version, Language language) {
    return Message.of("explain.state." + version.declaration().state()).in(language);
  }

  private static String text(String key, Language language) {
    return Message.of("desk.papers.next." + key).in(language);
  }
}
