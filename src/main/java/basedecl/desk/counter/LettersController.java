package basedecl.desk.counter;

import basedecl.account.Actor;
import basedecl.account.CodeLetter;
import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.page.WorkbookAnswer;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.DeskFolders;
import basedecl.desk.upload.UploadedFile;
import basedecl.finding.FindingText;
import basedecl.job.account.By;
import basedecl.job.account.ClerkImport;
import basedecl.job.account.CodeLetters;
import basedecl.ledger.submission.UploadId;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * One-time codes for the persons of a list: the sheet comes at once and is kept nowhere. One that
 * did not arrive is made again; the codes of the first then open nothing.
 */
@Controller
final class LettersController {

  /** As many are made while somebody waits; more are made by the command. */
  private static final int MOST = 500;

  private static final int SHOWN = 20;

  private final SecureRandom random = new SecureRandom();
  private final CodeLetters letters;
  private final DeskFolders folders;
  private final Recorder recorder;
  private final DeskSettings desk;

  LettersController(
      CodeLetters letters, DeskFolders folders, Recorder recorder, DeskSettings desk) {
    this.letters = letters;
    this.folders = folders;
    this.recorder = recorder;
    this.desk = desk;
  }

  @GetMapping("/runs/flexible/letters")
  String page(HttpServletRequest request, Model model) {
    return page(
        ServletUriComponentsBuilder.fromContextPath(request).build().toUriString(),
        CodeLetter.USUAL,
        model);
  }

  private static String page(String address, int codes, Model model) {
    model.addAttribute("address", address);
    model.addAttribute("codes", codes);
    model.addAttribute("mostCodes", CodeLetter.MOST);
    model.addAttribute("most", MOST);
    model.addAttribute("days", CodeLetter.VALID.toDays());
    return "counter/letters";
  }

  @PostMapping("/runs/flexible/letters")
  @Nullable ModelAndView make(
      @AuthenticationPrincipal SignedIn who,
      UploadedFile file,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "4") int codes,
      HttpServletResponse response,
      Locale locale,
      @ModelAttribute(name = "faults", binding = false) Faults faults,
      Model model)
      throws IOException {
    Optional<CodeLetters.Reading> reading = reading(file, address.strip(), codes, locale, faults);
    if (reading.isEmpty()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return new ModelAndView(page(address, codes, model));
    }
    Path sheet = folders.answers().resolve(UploadId.draw(random) + ".xlsx");
    By by = new By(Actor.of(who.account()), who.address(), desk.clock().instant(), desk.zone());
    WorkbookAnswer.send(
        response,
        "letters.xlsx",
        sheet,
        target ->
            letters.make(
                reading.get().persons(), codes, target, desk.businessDate(), address.strip(), by));
    recorder.done(who, EventKind.DOWNLOADED, EventSubject.object("one-time-codes"));
    return null;
  }

  /** The list, where the whole form can be used: a list with a wrong line is corrected first. */
  private Optional<CodeLetters.Reading> reading(
      UploadedFile file, String address, int codes, Locale locale, Faults faults)
      throws IOException {
    try {
      ClerkImport.requireAddress(address);
    } catch (RefusedException e) {
      faults.at("address", e.text());
    }
    try {
      CodeLetters.requireCount(codes);
    } catch (RefusedException e) {
      faults.at("codes", e.text());
    }
    if (!file.isThere()) {
      faults.at("file", Message.of("desk.upload.none"));
      return Optional.empty();
    }
    try {
      CodeLetters.Reading read =
          CodeLetters.read(file.file(), desk.keys().readLimits(), desk.businessDate());
      check(read, locale, faults);
      return faults.isEmpty() ? Optional.of(read) : Optional.empty();
    } catch (RefusedException e) {
      faults.at("file", Message.of("desk.letters.unreadable"));
      return Optional.empty();
    }
  }

  private static void check(CodeLetters.Reading read, Locale locale, Faults faults) {
    if (read.persons().size() > MOST) {
      faults.at("file", Message.of("desk.letters.too-many", Integer.toString(MOST)));
    } else if (!read.findings().isEmpty()) {
      List<String> lines =
          read.findings().stream()
              .limit(SHOWN)
              .map(
                  finding ->
                      Message.of(
                              "account.letters-left",
                              Integer.toString(finding.place().row()),
                              FindingText.sentence(finding, ProgramMessages.language(locale)))
                          .in(ProgramMessages.language(locale)))
              .toList();
      faults.at("file", Message.of("desk.letters.lines", String.join(" ", lines)));
    } else if (read.persons().isEmpty()) {
      faults.at("file", Message.of("account.letters-none"));
    }
  }
}
