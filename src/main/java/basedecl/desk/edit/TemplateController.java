package basedecl.desk.edit;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.declare.Clerks;
import basedecl.desk.edit.LastPeople.Source;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Submissions.For;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The template with the employer's last people; without any the clerk is led to the blank one. */
@Controller
final class TemplateController {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Clerks clerks;
  private final FilledTemplates templates;
  private final Recorder recorder;

  TemplateController(Clerks clerks, FilledTemplates templates, Recorder recorder) {
    this.clerks = clerks;
    this.templates = templates;
    this.recorder = recorder;
  }

  @GetMapping("/declare/template")
  void template(
      @AuthenticationPrincipal SignedIn who,
      HttpSession session,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    Optional<For> whom = clerks.chosen(who, session);
    if (whom.isEmpty()) {
      response.sendRedirect("/declare");
      return;
    }
    Optional<Source> source = templates.source(whom.get());
    if (source.isEmpty()) {
      response.sendRedirect("/template");
      return;
    }
    Path file = templates.write(whom.get(), source.get(), ProgramMessages.language(locale));
    try {
      recorder.done(who, EventKind.DOWNLOADED, EventSubject.employer(whom.get().employerCode()));
      response.setContentType(XLSX);
      response.setContentLengthLong(Files.size(file));
      response.setHeader("Content-Disposition", "attachment; filename=\"template.xlsx\"");
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
