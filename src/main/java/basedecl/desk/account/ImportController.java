package basedecl.desk.account;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.account.Imports.State;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.page.WorkbookAnswer;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.job.account.ClerkImport;
import basedecl.job.account.ClerkImport.Plan;
import basedecl.message.Language;
import basedecl.message.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One account for each employer that has no clerk, and the sheet of their passwords, once. */
@Controller
final class ImportController {

  /** Employers left out that are shown; of more, the rest is counted. */
  private static final int SHOWN = 100;

  private final ClerkImport clerks;
  private final Imports imports;
  private final Sheets sheets;
  private final Recorder recorder;
  private final DeskSettings desk;

  ImportController(
      ClerkImport clerks, Imports imports, Sheets sheets, Recorder recorder, DeskSettings desk) {
    this.clerks = clerks;
    this.imports = imports;
    this.sheets = sheets;
    this.recorder = recorder;
    this.desk = desk;
  }

  /**
   * What the page says.
   *
   * @param underWay whether accounts are being made
   * @param failed whether they could not be made
   * @param waiting whether a sheet waits to be fetched
   * @param left why employers get no account, the first ones
   */
  record Shown(
      boolean underWay,
      boolean failed,
      boolean waiting,
      int employers,
      int places,
      int served,
      List<String> left,
      int leftInAll) {}

  @GetMapping("/accounts/import")
  String page(
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    String address = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    return page(who, address, locale, model);
  }

  private String page(SignedIn who, String address, Locale locale, Model model) {
    Language language = ProgramMessages.language(locale);
    model.addAttribute("address", address);
    State state = imports.state();
    boolean underWay = state == State.UNDER_WAY;
    boolean waiting = sheets.waiting(who.account().id()).isPresent();
    Plan plan = new Plan(List.of(), 0, List.of());
    try {
      plan = underWay ? plan : clerks.plan();
    } catch (RefusedException e) {
      model.addAttribute("refused", e.text().in(language));
    }
    model.addAttribute(
        "it",
        new Shown(
            underWay,
            state == State.FAILED,
            waiting,
            plan.employers(),
            plan.places().size(),
            plan.served(),
            plan.left().stream().limit(SHOWN).map(each -> each.in(language)).toList(),
            plan.left().size()));
    return "account/import";
  }

  @PostMapping("/accounts/import")
  String make(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam(defaultValue = "") String address,
      Faults faults,
      Locale locale,
      Model model) {
    try {
      ClerkImport.requireAddress(address.strip());
      imports.begin(who.account().id(), address.strip(), Hand.of(who, desk));
    } catch (RefusedException e) {
      faults.at("address", e.text());
      return page(who, address, locale, model);
    }
    return "redirect:/accounts/import";
  }

  /** The sheet; a POST, since a browser may look at a link more than once. */
  @PostMapping("/accounts/import/sheet")
  void sheet(@AuthenticationPrincipal SignedIn who, HttpServletResponse response)
      throws IOException {
    Path sheet =
        sheets
            .waiting(who.account().id())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    recorder.done(who, EventKind.DOWNLOADED, EventSubject.object("one-time-passwords"));
    WorkbookAnswer.begin(response, "passwords.xlsx");
    response.setContentLengthLong(Files.size(sheet));
    sheets.give(sheet, response.getOutputStream());
  }
}
