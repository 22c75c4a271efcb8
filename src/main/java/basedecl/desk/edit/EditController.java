package basedecl.desk.edit;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.declare.Clerks;
import basedecl.desk.edit.LastPeople.Source;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Checked;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.draft.Draft;
import basedecl.ledger.draft.DraftRow;
import basedecl.policy.Population;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A declaration typed row by row. Every button saves first what was typed, right or wrong; nothing
 * is checked before somebody asks for it.
 */
@Controller
final class EditController {

  private static final String PAGE = "redirect:/declare/edit";

  private final Clerks clerks;
  private final Drafts drafts;
  private final LastPeople last;
  private final EditPages pages;
  private final Recorder recorder;

  EditController(
      Clerks clerks, Drafts drafts, LastPeople last, EditPages pages, Recorder recorder) {
    this.clerks = clerks;
    this.drafts = drafts;
    this.last = last;
    this.pages = pages;
    this.recorder = recorder;
  }

  @GetMapping("/declare/edit")
  String edit(@AuthenticationPrincipal SignedIn who, For whom, Locale locale, Model model)
      throws IOException {
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(whom.employerCode()));
    model.addAttribute("it", pages.page(whom, ProgramMessages.language(locale)));
    return "edit/edit";
  }

  /** Begins anew with the people of a declaration, or with nobody. */
  @PostMapping("/declare/edit/begin")
  String begin(
      @AuthenticationPrincipal SignedIn who,
      HttpSession session,
      @RequestParam("employer") String employer,
      @RequestParam("population") String population,
      @RequestParam("revision") int revision,
      @RequestParam("from") String from,
      RedirectAttributes next) {
    For whom =
        whom(
            who,
            session,
            employer,
            Population.of(population)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)));
    if (drafts.save(whom, revision, rows(whom, from)).isPresent()) {
      recorder.done(who, EventKind.DRAFT_SAVED, EventSubject.employer(employer));
    } else {
      next.addFlashAttribute("changed", true);
    }
    return PAGE;
  }

  private List<DraftRow> rows(For whom, String from) {
    if (from.equals(EditPages.BLANK)) {
      return List.of(DraftRow.BLANK);
    }
    Source source =
        last.sources(whom).stream()
            .filter(each -> EditPages.word(each).equals(from))
            .filter(each -> each.declaration().persons() <= Drafts.MOST_PEOPLE)
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    return Drafts.rows(source, last.people(source));
  }

  @PostMapping("/declare/edit")
  String save(
      @AuthenticationPrincipal SignedIn who,
      HttpSession session,
      @RequestParam MultiValueMap<String, String> sent,
      Locale locale,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next)
      throws IOException {
    EditForm form =
        EditForm.of(sent).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    For whom = whom(who, session, form.employer(), form.population());
    Optional<Draft> saved = drafts.save(whom, form.revision(), form.changed());
    if (saved.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(whom.employerCode()));
      model.addAttribute("it", pages.conflict(whom, form.rows()));
      return "edit/edit";
    }
    recorder.done(who, EventKind.DRAFT_SAVED, EventSubject.employer(whom.employerCode()));
    return form.check() ? checked(who, whom, saved.get(), next) : saved(form, saved.get(), next);
  }

  private static String saved(EditForm form, Draft draft, RedirectAttributes next) {
    next.addFlashAttribute("saved", true);
    if (!form.add()) {
      return form.strike().isPresent() ? PAGE + "#people" : PAGE;
    }
    if (draft.rows().size() == form.rows().size()) {
      next.addFlashAttribute("full", true);
      return PAGE;
    }
    next.addFlashAttribute("added", draft.rows().size());
    return PAGE + "#name-" + draft.rows().size();
  }

  private String checked(SignedIn who, For whom, Draft draft, RedirectAttributes next)
      throws IOException {
    if (draft.filled().isEmpty()) {
      next.addFlashAttribute("nobody", true);
      return PAGE;
    }
    Checked checked = drafts.check(whom, draft);
    recorder.done(who, EventKind.CHECKED, EventSubject.employer(whom.employerCode()));
    return checked.isGood() ? "redirect:/declare/check/" + checked.upload().id() : PAGE;
  }

  /** The employer of a form, which is the chosen one from then on. */
  private For whom(SignedIn who, HttpSession session, String employer, Population population) {
    if (!clerks.choose(who, session, employer, population)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return clerks
        .chosen(who, session)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
