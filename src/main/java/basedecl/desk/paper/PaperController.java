package basedecl.desk.paper;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.page.WorkbookAnswer;
import basedecl.desk.paper.Papers.Kind;
import basedecl.desk.paper.Papers.Printable;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.year.VersionRecord;
import basedecl.message.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Detail and summary to print, sign and seal. */
@Controller
final class PaperController {

  private final RulesShelf shelf;
  private final Papers papers;
  private final Recorder recorder;

  PaperController(RulesShelf shelf, Papers papers, Recorder recorder) {
    this.shelf = shelf;
    this.papers = papers;
    this.recorder = recorder;
  }

  @GetMapping("/declare/papers")
  String papers(@AuthenticationPrincipal SignedIn who, For whom, Locale locale, Model model) {
    Language language = ProgramMessages.language(locale);
    Optional<VersionRecord> version = papers.newest(whom);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(whom.employerCode()));
    model.addAttribute(
        "it",
        version.filter(Papers::isPrinted).isPresent()
            ? PaperPage.of(
                whom,
                shelf.current(),
                version.get(),
                papers.of(whom, version.get()).number(),
                language)
            : PaperPage.none(whom, shelf.current(), version, language));
    return "paper/papers";
  }

  /** A paper as a page; whole numbers stand on it, as on what is signed. */
  @GetMapping("/declare/papers/{kind}")
  String page(
      @AuthenticationPrincipal SignedIn who,
      For whom,
      @PathVariable("kind") String word,
      Model model)
      throws IOException {
    Kind kind = kind(word);
    Printable printable = printable(whom);
    if (kind == Kind.DETAIL && printable.declaration().persons() > PaperPage.MOST_SHOWN) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    downloaded(who, printable);
    model.addAttribute("shown", printable.shown(kind));
    model.addAttribute("kind", word);
    return "paper/print";
  }

  @GetMapping("/declare/papers/{kind}/workbook")
  void workbook(
      @AuthenticationPrincipal SignedIn who,
      For whom,
      @PathVariable("kind") String word,
      HttpServletResponse response)
      throws IOException {
    Kind kind = kind(word);
    Printable printable = printable(whom);
    downloaded(who, printable);
    WorkbookAnswer.begin(response, word + ".xlsx");
    papers.workbook(printable, kind, response.getOutputStream());
  }

  private void downloaded(SignedIn who, Printable printable) {
    recorder.done(
        who, EventKind.DOWNLOADED, EventSubject.employer(printable.declaration().employerCode()));
  }

  private Printable printable(For whom) {
    VersionRecord version =
        papers.newest(whom).filter(Papers::isPrinted).orElseThrow(PaperController::notThere);
    return papers.of(whom, version);
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "summary" -> Kind.SUMMARY;
      case "detail" -> Kind.DETAIL;
      default -> throw notThere();
    };
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
