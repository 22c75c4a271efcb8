package basedecl.desk.declare;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.page.WorkbookAnswer;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Checked;
import basedecl.desk.submission.Submissions;
import basedecl.desk.submission.UploadChecks;
import basedecl.ledger.submission.Submission;
import basedecl.ledger.submission.Upload;
import basedecl.message.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What the check of an uploaded file says, and the workbook in which every bad cell is marked. */
@Controller
final class CheckController {

  private final Submissions submissions;
  private final UploadChecks checks;
  private final Recorder recorder;

  CheckController(Submissions submissions, UploadChecks checks, Recorder recorder) {
    this.submissions = submissions;
    this.checks = checks;
    this.recorder = recorder;
  }

  @GetMapping("/declare/check/{id}")
  String check(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("id") String id,
      Locale locale,
      Model model)
      throws IOException {
    Upload upload = upload(submissions, who, id);
    Optional<Submission> submitted = submissions.submitted(upload);
    if (submitted.isPresent()) {
      return "redirect:/declare/receipt/" + submitted.get().number();
    }
    Checked checked = checked(checks, who, upload);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(upload.employerCode()));
    model.addAttribute("it", CheckPage.of(checked, ProgramMessages.language(locale)));
    return "declare/check";
  }

  @GetMapping("/declare/check/{id}/marked")
  void marked(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("id") String id,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    Upload upload = upload(submissions, who, id);
    if (upload.submitted()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Checked checked = checked(checks, who, upload);
    Language language = ProgramMessages.language(locale);
    recorder.done(who, EventKind.DOWNLOADED, EventSubject.employer(upload.employerCode()));
    Path answer = checks.marked(checked, language);
    WorkbookAnswer.sendAndDelete(response, "marked.xlsx", answer);
  }

  /** The account's upload; one of another account is not there, as one that never was. */
  static Upload upload(Submissions submissions, SignedIn who, String id) {
    return submissions
        .upload(id, who.account().id())
        .filter(upload -> who.account().declaresFor(upload.employerCode()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Its check; none where it holds people of an employer the account no longer declares for. */
  static Checked checked(UploadChecks checks, SignedIn who, Upload upload) throws IOException {
    Checked checked = checks.of(upload);
    if (UploadController.isOfOthers(who, checked)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return checked;
  }
}
