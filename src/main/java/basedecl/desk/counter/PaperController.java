package basedecl.desk.counter;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.cell.CalendarText;
import basedecl.cell.CellValue;
import basedecl.desk.flexible.DeskElections;
import basedecl.desk.flexible.ElectionFaults;
import basedecl.desk.flexible.ElectionForm;
import basedecl.desk.flexible.ElectionReceipt;
import basedecl.desk.flexible.Offer;
import basedecl.desk.flexible.Offers;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.flexible.DeskElection;
import basedecl.ledger.flexible.DeskElection.Wish;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import basedecl.person.TypedIdNumber;
import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Elections and voidings taken on paper, entered for a person: lines as the person's own, with who
 * entered them.
 */
@Controller
final class PaperController {

  private static final int SHOWN = 20;
  private static final int LONGEST_NAME = 50;

  private final DeskElections elections;
  private final Offers offers;
  private final Recorder recorder;
  private final DeskSettings desk;

  PaperController(DeskElections elections, Offers offers, Recorder recorder, DeskSettings desk) {
    this.elections = elections;
    this.offers = offers;
    this.recorder = recorder;
    this.desk = desk;
  }

  /** Whose paper it is, as it was typed. */
  record Whose(String name, String document, boolean voids) {

    static Whose of(Map<String, String> posted) {
      return new Whose(
          posted.getOrDefault("name", ""),
          posted.getOrDefault("document", ""),
          posted.getOrDefault("voids", "").equals("true"));
    }
  }

  @GetMapping("/runs/flexible/paper")
  String page(@AuthenticationPrincipal SignedIn who, Locale locale, Model model) {
    return page(
        who, new Whose("", "", false), new ElectionForm("", "", "", "MONTHLY", ""), locale, model);
  }

  private String page(SignedIn who, Whose whose, ElectionForm typed, Locale locale, Model model) {
    Language language = ProgramMessages.language(locale);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.object("paper-elections"));
    model.addAttribute("offers", offers.of(desk.year(), desk.businessDate()));
    model.addAttribute("whose", whose);
    model.addAttribute("typed", typed);
    model.addAttribute("form", UUID.randomUUID().toString().replace("-", ""));
    model.addAttribute(
        "papers",
        elections.papers(SHOWN).stream()
            .map(line -> ElectionReceipt.of(line, title(line), desk.zone(), language))
            .toList());
    return "counter/paper";
  }

  private String title(DeskElection line) {
    return offers
        .find(line.wish().region(), line.wish().kind())
        .map(Offer::title)
        .orElse(line.wish().kind().title());
  }

  @PostMapping("/runs/flexible/paper")
  String enter(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam Map<String, String> posted,
      @RequestParam(name = "form", defaultValue = "") String form,
      HttpServletResponse response,
      RedirectAttributes next,
      Locale locale,
      Faults faults,
      Model model) {
    if (!form.matches("[0-9a-f]{32}")) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    ElectionForm typed = ElectionForm.of(posted);
    Whose whose = Whose.of(posted);
    Language language = ProgramMessages.language(locale);
    Optional<Wish> wish = wish(typed, whose, language, faults);
    if (wish.isPresent() && !isEntered(wish.get(), form)) {
      ElectionFaults.tell(elections.check(wish.get()), faults, language);
    }
    if (wish.isEmpty() || !faults.isEmpty()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return page(who, whose, typed, locale, model);
    }
    DeskElection line = elections.enter(who, wish.get(), DeskElection.Origin.PAPER, form);
    next.addFlashAttribute("entered", line.shownNumber());
    return "redirect:/runs/flexible/paper";
  }

  private boolean isEntered(Wish wish, String form) {
    return elections.ofPerson(wish.idNumber()).stream()
        .anyMatch(line -> line.entry().form().equals(form));
  }

  private Optional<Wish> wish(ElectionForm typed, Whose whose, Language language, Faults faults) {
    Optional<Offer> offer = offers.find(typed.offer());
    if (offer.isEmpty()) {
      faults.at("offer", Message.of("desk.paper.no-offer"));
    }
    String name = whose.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      faults.at("name", Message.of("desk.person.no-name"));
    }
    Optional<IdNumber> number = number(whose.document(), language, faults);
    if (offer.isEmpty() || number.isEmpty() || !faults.isEmpty()) {
      return Optional.empty();
    }
    return whose.voids()
        ? voiding(typed, offer.get(), number.get(), name, faults)
        : typed.read(offer.get(), number.get(), name, faults);
  }

  private static Optional<Wish> voiding(
      ElectionForm typed, Offer offer, IdNumber number, String name, Faults faults) {
    Optional<YearMonth> from = CalendarText.month(new CellValue.Text(typed.month().strip()));
    if (from.isEmpty()) {
      faults.at("month", Message.of("desk.quote.no-month"));
    }
    return from.map(
        month ->
            new Wish(
                offer.region(),
                DeskElection.Action.VOID,
                offer.kind(),
                number,
                name,
                Optional.empty(),
                Optional.empty(),
                month,
                false));
  }

  private Optional<IdNumber> number(String typed, Language language, Faults faults) {
    try {
      return Optional.of(TypedIdNumber.read(typed, desk.businessDate(), language));
    } catch (RefusedException e) {
      faults.at("document", e.text());
      return Optional.empty();
    }
  }

  /** Takes a line back that no run has read. */
  @PostMapping("/runs/flexible/paper/undo")
  String undo(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam("line") long number,
      RedirectAttributes next) {
    DeskElection line =
        elections
            .find(number)
            .filter(found -> found.entry().origin() == DeskElection.Origin.PAPER)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    next.addFlashAttribute(
        "notice", elections.undo(who, line) ? "desk.election.undone" : "desk.election.too-late");
    return "redirect:/runs/flexible/paper";
  }
}
