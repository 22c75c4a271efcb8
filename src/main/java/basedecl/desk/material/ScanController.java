package basedecl.desk.material;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.declare.Clerks;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.ScanHeaders;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.year.YearLedger;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A scan is looked at again: of any version of the employer, and of no other's. */
@Controller
final class ScanController {

  private final Clerks clerks;
  private final MaterialsShelf scans;
  private final YearLedger year;
  private final Recorder recorder;

  ScanController(Clerks clerks, MaterialsShelf scans, YearLedger year, Recorder recorder) {
    this.clerks = clerks;
    this.scans = scans;
    this.year = year;
    this.recorder = recorder;
  }

  /** The page with the frame. */
  @GetMapping("/declare/materials/{id}/{name}/view")
  String view(
      @AuthenticationPrincipal SignedIn who,
      HttpSession session,
      @PathVariable("id") String id,
      @PathVariable("name") String name,
      Model model)
      throws IOException {
    For whom = clerks.chosen(who, session).orElseThrow(ScanController::notThere);
    model.addAttribute("scan", scan(whom, id, name));
    model.addAttribute("id", id);
    return "material/scan";
  }

  /** The scan itself. */
  @GetMapping("/declare/materials/{id}/{name}")
  void scan(
      @AuthenticationPrincipal SignedIn who,
      HttpSession session,
      @PathVariable("id") String id,
      @PathVariable("name") String name,
      HttpServletResponse response)
      throws IOException {
    For whom = clerks.chosen(who, session).orElseThrow(ScanController::notThere);
    Scan scan = scan(whom, id, name);
    HttpHeaders headers =
        ScanHeaders.of(scan.format().ending()).orElseThrow(ScanController::notThere);
    Optional<InputStream> content = scans.open(Long.parseLong(id), whom.employerCode(), scan);
    try (InputStream bytes = content.orElseThrow(ScanController::notThere)) {
      recorder.done(who, EventKind.DOWNLOADED, EventSubject.employer(whom.employerCode()));
      headers.forEach((header, values) -> values.forEach(v -> response.setHeader(header, v)));
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setContentLengthLong(scan.bytes());
      bytes.transferTo(response.getOutputStream());
    }
  }

  private Scan scan(For whom, String id, String name) throws IOException {
    boolean own =
        year.versions(whom.policy(), whom.year(), whom.population(), whom.employerCode()).stream()
            .anyMatch(version -> Long.toString(version.declaration().id()).equals(id));
    if (!own) {
      throw notThere();
    }
    return scans
        .find(Long.parseLong(id), whom.employerCode(), name)
        .orElseThrow(ScanController::notThere);
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
