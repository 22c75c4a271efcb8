package basedecl.desk.material;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.material.MaterialPage.Handling;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions.For;
import basedecl.desk.upload.UploadedFile;
import basedecl.finding.Finding;
import basedecl.finding.FindingText;
import basedecl.job.material.ScanKind;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.settings.CommonKeys;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The scans of the signed papers: uploaded one by one, taken away again, submitted. */
@Controller
final class MaterialController {

  private static final String BACK = "redirect:/declare/materials";

  private final RulesShelf shelf;
  private final Materials materials;
  private final Recorder recorder;
  private final DeskSettings desk;

  MaterialController(RulesShelf shelf, Materials materials, Recorder recorder, DeskSettings desk) {
    this.shelf = shelf;
    this.materials = materials;
    this.recorder = recorder;
    this.desk = desk;
  }

  @GetMapping("/declare/materials")
  String materials(@AuthenticationPrincipal SignedIn who, For whom, Locale locale, Model model)
      throws IOException {
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.employer(whom.employerCode()));
    return page(whom, "", locale, model);
  }

  @PostMapping("/declare/materials")
  String upload(
      @AuthenticationPrincipal SignedIn who,
      For whom,
      @RequestParam(name = "kind", defaultValue = "") String word,
      UploadedFile file,
      Locale locale,
      HttpServletResponse response,
      Model model)
      throws IOException {
    ProcedureRecord standing = standing(whom);
    Optional<ScanKind> kind = ScanKind.ofWord(word);
    Language language = ProgramMessages.language(locale);
    Optional<String> refused;
    if (!file.isThere() || kind.isEmpty()) {
      refused = Optional.of(say("choose", language));
    } else if (materials.isFull(standing, kind.get())) {
      refused = Optional.of(say("full", language));
    } else {
      refused =
          sentence(materials.keep(whom, standing, kind.get(), file.file(), file.name()), language);
    }
    if (refused.isPresent()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return page(whom, refused.get(), locale, model);
    }
    recorder.done(who, EventKind.MATERIAL_UPLOADED, EventSubject.employer(whom.employerCode()));
    return BACK;
  }

  @PostMapping("/declare/materials/remove")
  String remove(
      @AuthenticationPrincipal SignedIn who,
      For whom,
      @RequestParam("name") String name,
      Locale locale,
      HttpServletResponse response,
      Model model)
      throws IOException {
    Optional<Finding> refused = materials.remove(whom, standing(whom), name);
    return done(who, whom, refused, locale, response, model);
  }

  @PostMapping("/declare/materials/submit")
  String submit(
      @AuthenticationPrincipal SignedIn who,
      For whom,
      Locale locale,
      HttpServletResponse response,
      Model model)
      throws IOException {
    Optional<Finding> refused = materials.submit(whom, standing(whom));
    return done(who, whom, refused, locale, response, model);
  }

  private String done(
      SignedIn who,
      For whom,
      Optional<Finding> refused,
      Locale locale,
      HttpServletResponse response,
      Model model)
      throws IOException {
    if (refused.isPresent()) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return page(
          whom, sentence(refused, ProgramMessages.language(locale)).orElse(""), locale, model);
    }
    recorder.done(who, EventKind.MATERIAL_UPLOADED, EventSubject.employer(whom.employerCode()));
    return BACK;
  }

  private String page(For whom, String error, Locale locale, Model model) throws IOException {
    Language language = ProgramMessages.language(locale);
    Optional<ProcedureRecord> standing =
        materials.standing(whom).filter(known -> known.version().isPresent());
    model.addAttribute("error", error);
    model.addAttribute(
        "megabytes", Math.max(1, desk.keys().count(CommonKeys.MAX_MATERIAL_BYTES) >> 20));
    model.addAttribute(
        "it",
        standing.isPresent()
            ? MaterialPage.of(
                whom,
                shelf.current(),
                standing.get(),
                handling(whom, standing.get()),
                desk.zone(),
                language)
            : MaterialPage.none(whom, shelf.current(), language));
    return "material/materials";
  }

  private Handling handling(For whom, ProcedureRecord standing) throws IOException {
    List<Scan> scans = materials.scans(standing);
    return new Handling(
        scans,
        materials.isOpen(standing, whom.population()),
        materials.isUnderWay(standing, whom.population()));
  }

  private static Optional<String> sentence(Optional<Finding> finding, Language language) {
    return finding.map(
        each -> FindingText.sentence(each, language) + " " + FindingText.remedy(each, language));
  }

  private static String say(String key, Language language) {
    return Message.of("desk.materials." + key).in(language);
  }

  private ProcedureRecord standing(For whom) {
    return materials
        .standing(whom)
        .filter(known -> known.version().isPresent())
        .orElseThrow(MaterialController::notThere);
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
