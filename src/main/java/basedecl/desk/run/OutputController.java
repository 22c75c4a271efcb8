package basedecl.desk.run;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.Pager;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.run.RunLedger;
import basedecl.ledger.run.RunLedger.Artifact;
import basedecl.ledger.run.RunRecord;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a run wrote, to be downloaded, and what it said to each sender. */
@Controller
final class OutputController {

  private static final int SIZE = 50;

  private final RunLedger ledger;
  private final RunOutputs outputs;
  private final RunPage.Source pages;
  private final ReceiptsPage.Source receipts;
  private final Recorder recorder;

  OutputController(
      RunLedger ledger,
      RunOutputs outputs,
      RunPage.Source pages,
      ReceiptsPage.Source receipts,
      Recorder recorder) {
    this.ledger = ledger;
    this.outputs = outputs;
    this.pages = pages;
    this.receipts = receipts;
    this.recorder = recorder;
  }

  @GetMapping("/runs/{id:[0-9]+}/outputs")
  String list(
      @PathVariable("id") long id, @RequestParam(defaultValue = "1") int page, Model model) {
    List<Artifact> all = outputs.of(run(id).runId());
    Pager pager = Pager.of(page, all.size(), SIZE);
    int first = (int) pager.skipped(SIZE);
    model.addAttribute("id", id);
    model.addAttribute("pager", pager);
    model.addAttribute(
        "outputs", pages.outputs(all.subList(first, Math.min(all.size(), first + SIZE)), first));
    return "run/outputs";
  }

  /** One of them; another run's file of that name is not it. */
  @GetMapping("/runs/{id:[0-9]+}/outputs/{index:[0-9]+}")
  void download(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("id") long id,
      @PathVariable("index") int index,
      HttpServletResponse response)
      throws IOException {
    List<Artifact> all = outputs.of(run(id).runId());
    if (index >= all.size()) {
      throw notThere();
    }
    Artifact output = all.get(index);
    Path file = outputs.find(output).orElseThrow(OutputController::notThere);
    recorder.done(who, EventKind.DOWNLOADED, EventSubject.object("run " + id + " output " + index));
    response.setContentType(RunOutputs.type(output.path()).toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(RunOutputs.downloadName(output), StandardCharsets.UTF_8)
            .build()
            .toString());
    try (InputStream bytes = Files.newInputStream(file)) {
      bytes.transferTo(response.getOutputStream());
    }
  }

  @GetMapping("/runs/{id:[0-9]+}/receipts")
  String receipts(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("id") long id,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "") String employer,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "1") int page,
      Locale locale,
      Model model) {
    RunRecord run = run(id);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.object("run " + id + " receipts"));
    model.addAttribute(
        "it", receipts.page(run, verdict, employer, code, page, ProgramMessages.language(locale)));
    return "run/receipts";
  }

  private RunRecord run(long id) {
    return ledger.lookUp(id).orElseThrow(OutputController::notThere);
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
