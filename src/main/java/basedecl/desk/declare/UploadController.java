package basedecl.desk.declare;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Checked;
import basedecl.desk.submission.Submissions;
import basedecl.desk.submission.Submissions.For;
import basedecl.desk.submission.UploadChecks;
import basedecl.desk.upload.UploadedFile;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.ledger.submission.Upload;
import basedecl.settings.CommonKeys;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A file is uploaded to be checked. */
@Controller
final class UploadController {

  private static final int MEBIBYTE = 1 << 20;

  private final Submissions submissions;
  private final UploadChecks checks;
  private final Recorder recorder;
  private final DeskSettings desk;

  UploadController(
      Submissions submissions, UploadChecks checks, Recorder recorder, DeskSettings desk) {
    this.submissions = submissions;
    this.checks = checks;
    this.recorder = recorder;
    this.desk = desk;
  }

  @GetMapping("/declare/upload")
  String form(For whom, Model model) {
    return form(whom, "", model);
  }

  @PostMapping("/declare/upload")
  String upload(
      @AuthenticationPrincipal SignedIn who,
      For whom,
      UploadedFile file,
      HttpServletResponse response,
      Model model)
      throws IOException {
    if (!file.isThere()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return form(whom, "desk.upload.none", model);
    }
    Upload upload = kept(whom, file);
    Checked checked = checks.of(upload);
    recorder.done(who, EventKind.CHECKED, EventSubject.employer(whom.employerCode()));
    if (isOfOthers(who, checked)) {
      submissions.forget(upload);
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return form(whom, "desk.upload.other-employer", model);
    }
    return "redirect:/declare/check/" + upload.id();
  }

  private Upload kept(For whom, UploadedFile file) throws IOException {
    try (InputStream content = Files.newInputStream(file.file())) {
      return submissions.keep(whom, file.name(), content);
    }
  }

  /** Whether the file holds people of an employer that the account does not declare for. */
  static boolean isOfOthers(SignedIn who, Checked checked) {
    return checked.parts().stream()
        .map(AssessedPart::employerCode)
        .anyMatch(code -> !code.isEmpty() && !who.account().declaresFor(code));
  }

  private String form(For whom, String error, Model model) {
    model.addAttribute("error", error);
    model.addAttribute("whom", Whom.of(whom, checks.rules()));
    model.addAttribute("megabytes", desk.keys().count(CommonKeys.MAX_FILE_BYTES) / MEBIBYTE);
    return "declare/upload";
  }
}
