package basedecl.desk.declare;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Checked;
import basedecl.desk.submission.Submissions;
import basedecl.desk.submission.UploadChecks;
import basedecl.job.intake.FileAssessment.AssessedLine;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.ledger.submission.Submission;
import basedecl.ledger.submission.Upload;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Person by person what will be submitted, and the pledge with which it is. */
@Controller
final class ConfirmController {

  private static final String REVEALED = "revealed";

  private final Submissions submissions;
  private final UploadChecks checks;
  private final Recorder recorder;

  ConfirmController(Submissions submissions, UploadChecks checks, Recorder recorder) {
    this.submissions = submissions;
    this.checks = checks;
    this.recorder = recorder;
  }

  @GetMapping("/declare/confirm/{id}")
  String confirm(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("id") String id,
      @RequestParam(name = "page", defaultValue = "1") int page,
      Locale locale,
      Model model)
      throws IOException {
    Upload upload = CheckController.upload(submissions, who, id);
    Optional<Submission> submitted = submissions.submitted(upload);
    if (submitted.isPresent()) {
      return receipt(submitted.get());
    }
    Checked checked = CheckController.checked(checks, who, upload);
    if (!checked.isGood()) {
      return "redirect:/declare/check/" + upload.id();
    }
    return page(who, checked, page, false, locale, model);
  }

  /** Shows one whole number, on the page that follows and no longer. */
  @PostMapping("/declare/confirm/{id}/reveal")
  String reveal(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("id") String id,
      @RequestParam("line") int line,
      RedirectAttributes next)
      throws IOException {
    Upload upload = CheckController.upload(submissions, who, id);
    if (upload.submitted()) {
      return "redirect:/declare/check/" + upload.id();
    }
    CheckController.checked(checks, who, upload);
    LinesOfPage lines = new LinesOfPage(line, 1);
    checks.lines(upload, lines);
    AssessedLine revealed =
        lines.lines().stream()
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    recorder.done(who, EventKind.NUMBER_REVEALED, EventSubject.person(revealed.wage().idNumber()));
    next.addFlashAttribute(REVEALED, line);
    next.addAttribute("page", LinesOfPage.pageOf(line));
    return "redirect:/declare/confirm/" + upload.id() + "#line-" + line;
  }

  @PostMapping("/declare/confirm/{id}")
  String submit(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("id") String id,
      @RequestParam(name = "pledge", defaultValue = "") String pledge,
      Locale locale,
      HttpServletResponse response,
      Model model)
      throws IOException {
    Upload upload = CheckController.upload(submissions, who, id);
    Optional<Submission> before = submissions.submitted(upload);
    if (before.isPresent()) {
      return receipt(before.get());
    }
    Checked checked = CheckController.checked(checks, who, upload);
    if (!checked.isGood()) {
      return "redirect:/declare/check/" + upload.id();
    }
    if (pledge.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return page(who, checked, 1, true, locale, model);
    }
    Submission submission = submissions.submit(checked);
    for (AssessedPart part : checked.parts()) {
      recorder.done(who, EventKind.SUBMITTED, EventSubject.employer(part.employerCode()));
    }
    return receipt(submission);
  }

  private static String receipt(Submission submission) {
    return "redirect:/declare/receipt/" + submission.number();
  }

  private String page(
      SignedIn who, Checked checked, int page, boolean unpledged, Locale locale, Model model)
      throws IOException {
    for (AssessedPart part : checked.parts()) {
      recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(part.employerCode()));
    }
    LinesOfPage lines = LinesOfPage.ofPage(page);
    checks.lines(checked.upload(), lines);
    int revealed = model.getAttribute(REVEALED) instanceof Integer line ? line : 0;
    model.addAttribute(
        "it", ConfirmPage.of(checked, lines, revealed, ProgramMessages.language(locale)));
    model.addAttribute("unpledged", unpledged);
    return "declare/confirm";
  }
}
