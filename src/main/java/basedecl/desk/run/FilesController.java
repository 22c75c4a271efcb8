package basedecl.desk.run;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.run.RunFiles.Uploaded;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.upload.UploadedFile;
import basedecl.job.run.JobDefinition;
import basedecl.ledger.submission.UploadId;
import basedecl.settings.CommonKeys;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files for jobs: uploaded, listed, deleted. They are looked into by the job that reads them. */
@Controller
final class FilesController {

  private static final int MEBIBYTE = 1 << 20;

  private final RunFiles files;
  private final Recorder recorder;
  private final DeskSettings desk;

  FilesController(RunFiles files, Recorder recorder, DeskSettings desk) {
    this.files = files;
    this.recorder = recorder;
    this.desk = desk;
  }

  /** An uploaded file as the page lists it. */
  record Listed(String id, String name, String kilobytes, String at) {

    static Listed of(Uploaded file, ZoneId zone) {
      return new Listed(
          file.id().text(),
          file.name(),
          Long.toString((file.bytes() + 1023) / 1024),
          RunWords.time(file.at().atZone(zone).toLocalDateTime()));
    }
  }

  /**
   * @param job whose form the file is for, empty for none
   */
  @GetMapping("/runs/files")
  String list(@RequestParam(defaultValue = "") String job, Model model) throws IOException {
    List<Listed> listed =
        files.uploaded().stream().map(file -> Listed.of(file, desk.zone())).toList();
    model.addAttribute("files", listed);
    model.addAttribute("job", JobForms.job(job).map(JobDefinition::name).orElse(""));
    model.addAttribute("megabytes", desk.keys().count(CommonKeys.MAX_FILE_BYTES) / MEBIBYTE);
    model.addAttribute("days", RunFiles.KEPT.toDays());
    if (!model.containsAttribute("error")) {
      model.addAttribute("error", "");
    }
    return "run/files";
  }

  @PostMapping("/runs/files")
  String upload(
      @AuthenticationPrincipal SignedIn who,
      UploadedFile file,
      @RequestParam(defaultValue = "") String job,
      RedirectAttributes next,
      Model model)
      throws IOException {
    if (!file.isThere()) {
      model.addAttribute("error", "desk.upload.none");
      return list(job, model);
    }
    Uploaded kept = files.keep(file);
    recorder.done(who, EventKind.FILE_UPLOADED, EventSubject.object(kept.id().text()));
    next.addFlashAttribute("kept", kept.name());
    Optional<String> form = JobForms.job(job).map(JobDefinition::name);
    return form.isPresent() ? "redirect:/runs/files?job=" + form.get() : "redirect:/runs/files";
  }

  @PostMapping("/runs/files/delete")
  String delete(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam("file") String id,
      @RequestParam(defaultValue = "") String job,
      RedirectAttributes next)
      throws IOException {
    Uploaded file =
        UploadId.of(id)
            .flatMap(files::find)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    files.delete(file);
    recorder.done(who, EventKind.FILE_DELETED, EventSubject.object(file.id().text()));
    next.addFlashAttribute("deleted", file.name());
    Optional<String> form = JobForms.job(job).map(JobDefinition::name);
    return form.isPresent() ? "redirect:/runs/files?job=" + form.get() : "redirect:/runs/files";
  }
}
