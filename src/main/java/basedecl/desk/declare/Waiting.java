package basedecl.desk.declare;

import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Submissions.For;
import basedecl.message.Language;
import java.util.List;
import java.util.Optional;

/**
 * What waits for a clerk: each declaration of its employers with the next step, until when, and
 * whom to ask.
 *
 * @param population as the choice of a declaration names it
 */
public record Waiting(
    String employerCode,
    String employerName,
    String population,
    boolean ofRetirees,
    String state,
    String nextStep,
    String lastDay,
    boolean late,
    String agency,
    String telephone) {

  /** Employers of one account that are shown; of more, the page of the declaration has a choice. */
  private static final int SHOWN = 50;

  /** Lists what waits. */
  public static final class Source {

    private final Clerks clerks;
    private final DeclarePage.Source pages;

    Source(Clerks clerks, DeclarePage.Source pages) {
      this.clerks = clerks;
      this.pages = pages;
    }

    /** What waits for whoever is signed in; nothing for a visitor or another role. */
    public List<Waiting> of(Optional<SignedIn> who, Language language) {
      return who.stream()
          .flatMap(clerk -> clerks.all(clerk).stream())
          .limit(SHOWN)
          .map(whom -> waiting(whom, language))
          .toList();
    }

    private Waiting waiting(For whom, Language language) {
      DeclarePage page = pages.page(whom, language);
      return new Waiting(
          page.employerCode(),
          page.employerName(),
          whom.population().word(),
          page.ofRetirees(),
          page.state(),
          page.nextStep(),
          page.lastDay(),
          page.late(),
          page.agency(),
          page.telephone());
    }
  }
}
