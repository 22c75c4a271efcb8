package basedecl.desk.edit;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.edit.LastPeople.Source;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.page.WorkbookAnswer;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Submissions.For;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The template with the employer's last people; without any the clerk is led to the blank one. */
@Controller
final class TemplateController {

  private final FilledTemplates templates;
  private final Recorder recorder;

  TemplateController(FilledTemplates templates, Recorder recorder) {
    this.templates = templates;
    this.recorder = recorder;
  }

  @GetMapping("/declare/template")
  void template(
      @AuthenticationPrincipal SignedIn who, For whom, Locale locale, HttpServletResponse response)
      throws IOException {
    Optional<Source> source = templates.source(whom);
    if (source.isEmpty()) {
      response.sendRedirect("/template");
      return;
    }
    recorder.done(who, EventKind.DOWNLOADED, EventSubject.employer(whom.employerCode()));
    WorkbookAnswer.sendAndDelete(
        response,
        "template.xlsx",
        templates.write(whom, source.get(), ProgramMessages.language(locale)));
  }
}
