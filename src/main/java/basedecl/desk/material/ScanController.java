package basedecl.desk.material;

import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Submissions.For;
import basedecl.ledger.year.YearLedger;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

  private final MaterialsShelf scans;
  private final YearLedger year;
  private final ScanAnswers answers;

  ScanController(MaterialsShelf scans, YearLedger year, ScanAnswers answers) {
    this.scans = scans;
    this.year = year;
    this.answers = answers;
  }

  /** The page with the frame. */
  @GetMapping("/declare/materials/{id}/{name}/view")
  String view(
      For whom, @PathVariable("id") String id, @PathVariable("name") String name, Model model)
      throws IOException {
    model.addAttribute("scan", scan(whom, id, name));
    model.addAttribute("id", id);
    return "material/scan";
  }

  /** The scan itself. */
  @GetMapping("/declare/materials/{id}/{name}")
  void scan(
      @AuthenticationPrincipal SignedIn who,
      For whom,
      @PathVariable("id") String id,
      @PathVariable("name") String name,
      HttpServletResponse response)
      throws IOException {
    Scan scan = scan(whom, id, name);
    if (!answers.send(who, Long.parseLong(id), whom.employerCode(), scan, response)) {
      throw notThere();
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
