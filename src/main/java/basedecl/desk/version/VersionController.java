package basedecl.desk.version;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Submissions.For;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** An accepted version of the chosen employer's declaration, beside the one before. */
@Controller
final class VersionController {

  private final VersionPages pages;
  private final Recorder recorder;

  VersionController(VersionPages pages, Recorder recorder) {
    this.pages = pages;
    this.recorder = recorder;
  }

  @GetMapping("/declare/versions/{version:\\d{1,6}}")
  String version(
      @AuthenticationPrincipal SignedIn who,
      For whom,
      @PathVariable("version") int version,
      @RequestParam(name = "page", defaultValue = "1") int page,
      Locale locale,
      Model model) {
    VersionPage shown =
        pages
            .page(whom, who.account(), version, page, ProgramMessages.language(locale))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(whom.employerCode()));
    model.addAttribute("it", shown);
    return "version/version";
  }
}
