package basedecl.desk.flexible;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.account.PersonCodeLedger;
import basedecl.ledger.flexible.DeskElection;
import basedecl.ledger.flexible.DeskElection.Wish;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.message.Language;
import basedecl.message.Message;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Choose, confirm, void and choose again (Qingdao manual, 缴费基数选择 and 基数作废). A choice is shown with
 * all it costs before it is made, and each has a receipt.
 */
@Controller
final class ElectionController {

  private static final String FORM = "[0-9a-f]{32}";

  private final Payer.Source payers;
  private final Offers offers;
  private final DeskElections elections;
  private final PersonCodeLedger codes;
  private final Recorder recorder;
  private final DeskSettings desk;

  ElectionController(
      Payer.Source payers,
      Offers offers,
      DeskElections elections,
      PersonCodeLedger codes,
      Recorder recorder,
      DeskSettings desk) {
    this.payers = payers;
    this.offers = offers;
    this.elections = elections;
    this.codes = codes;
    this.recorder = recorder;
    this.desk = desk;
  }

  @GetMapping("/flexible")
  String overview(@AuthenticationPrincipal SignedIn who, Locale locale, Model model) {
    Payer payer = payers.of(who);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.person(payer.number()));
    model.addAttribute(
        "it",
        OverviewPage.of(
            payer,
            payers.known(payer.number()),
            elections.ofPerson(payer.number()),
            codes.unused(who.account().id(), desk.clock().instant()),
            offers,
            desk,
            ProgramMessages.language(locale)));
    return "flexible/overview";
  }

  /**
   * @param key of an offer; without one they are listed
   */
  @GetMapping("/flexible/choose")
  String choose(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam(name = "offer", defaultValue = "") String key,
      @RequestParam(defaultValue = "") String month,
      Locale locale,
      Model model) {
    Optional<Offer> offer = offers.find(key);
    if (offer.isEmpty()) {
      model.addAttribute("offers", offers.of(desk.year(), desk.businessDate()));
      return "flexible/offers";
    }
    return form(who, "", offer.get(), new ElectionForm(key, month, "", "", ""), locale, model);
  }

  /** From the page to confirm back to what was typed. */
  @PostMapping("/flexible/choose")
  String back(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam Map<String, String> posted,
      @RequestParam(defaultValue = "") String name,
      Locale locale,
      Model model) {
    ElectionForm typed = ElectionForm.of(posted);
    return form(who, name, offer(typed.offer()), typed, locale, model);
  }

  private String form(
      SignedIn who, String name, Offer offer, ElectionForm typed, Locale locale, Model model) {
    Payer payer = payers.of(who);
    Language language = ProgramMessages.language(locale);
    Optional<ElectionRecord> standing =
        elections.standing(payer.number(), offer.region(), offer.kind(), desk.year());
    model.addAttribute("stands", standing.map(each -> each.base().toString()).orElse(""));
    Optional<ChoosePage> page = ChoosePage.of(offer, typed.month(), desk, language);
    if (page.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("it", page.get());
    model.addAttribute("typed", typed);
    model.addAttribute("payer", payer);
    model.addAttribute("name", name);
    return "flexible/choose";
  }

  /** Shows what a choice comes to, or what is wrong with it. */
  @PostMapping("/flexible/confirm")
  String confirm(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam Map<String, String> posted,
      @RequestParam(defaultValue = "") String name,
      HttpServletResponse response,
      Locale locale,
      Faults faults,
      Model model) {
    ElectionForm typed = ElectionForm.of(posted);
    Payer payer = named(payers.of(who), name, faults);
    Offer offer = offer(typed.offer());
    Optional<Wish> wish = checked(payer, offer, typed, faults, locale);
    if (wish.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return form(who, name, offer, typed, locale, model);
    }
    model.addAttribute("typed", typed);
    model.addAttribute("form", UUID.randomUUID().toString().replace("-", ""));
    model.addAttribute(
        "it", ConfirmPage.of(offer, wish.get(), desk, ProgramMessages.language(locale)));
    return "flexible/confirm";
  }

  /** The name is asked for where the agency has none. */
  private static Payer named(Payer payer, String typed, Faults faults) {
    if (!payer.name().isEmpty()) {
      return payer;
    }
    String name = typed.strip();
    if (name.isEmpty() || name.length() > 50) {
      faults.at("name", Message.of("desk.person.no-name"));
    }
    return new Payer(payer.number(), name);
  }

  private Optional<Wish> checked(
      Payer payer, Offer offer, ElectionForm typed, Faults faults, Locale locale) {
    Optional<Wish> wish = typed.read(offer, payer.number(), payer.name(), faults);
    wish.ifPresent(
        each ->
            ElectionFaults.tell(elections.check(each), faults, ProgramMessages.language(locale)));
    return wish.filter(each -> faults.isEmpty());
  }

  private Offer offer(String key) {
    return offers.find(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/flexible/elections")
  String elect(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam Map<String, String> posted,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(name = "form", defaultValue = "") String form,
      HttpServletResponse response,
      Locale locale,
      Faults faults,
      Model model) {
    ElectionForm typed = ElectionForm.of(posted);
    Payer payer = named(payers.of(who), name, faults);
    Optional<Long> before = entered(payer, form);
    if (before.isPresent()) {
      return "redirect:/flexible/receipts/" + before.get();
    }
    Offer offer = offer(typed.offer());
    Optional<Wish> wish = checked(payer, offer, typed, faults, locale);
    if (wish.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return form(who, name, offer, typed, locale, model);
    }
    return entered(who, wish.get(), form);
  }

  /** The line that this form made when it was posted before. */
  private Optional<Long> entered(Payer payer, String form) {
    if (!form.matches(FORM)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return elections.ofPerson(payer.number()).stream()
        .filter(line -> line.entry().form().equals(form))
        .findFirst()
        .map(DeskElection::number);
  }

  private String entered(SignedIn who, Wish wish, String form) {
    DeskElection line = elections.enter(who, wish, DeskElection.Origin.SELF, form);
    return "redirect:/flexible/receipts/" + line.number();
  }

  /** Shows what is voided, and from when on. */
  @GetMapping("/flexible/void")
  String voiding(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam(name = "offer") String key,
      Model model) {
    Payer payer = payers.of(who);
    Offer offer = offer(key);
    ElectionRecord standing = standing(payer, offer);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.person(payer.number()));
    model.addAttribute("offer", offer);
    model.addAttribute("base", standing.base().toString());
    model.addAttribute("from", voidFrom(standing).toString());
    model.addAttribute("form", UUID.randomUUID().toString().replace("-", ""));
    return "flexible/void";
  }

  private ElectionRecord standing(Payer payer, Offer offer) {
    return elections
        .standing(payer.number(), offer.region(), offer.kind(), desk.year())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** This month, or the election's first where that is later: what was served stays chosen. */
  private YearMonth voidFrom(ElectionRecord standing) {
    YearMonth now = YearMonth.from(desk.businessDate());
    YearMonth december = YearMonth.of(desk.year(), 12);
    YearMonth from = now.isBefore(standing.from()) ? standing.from() : now;
    return from.isAfter(december) ? december : from;
  }

  @PostMapping("/flexible/void")
  String voidElection(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam(name = "offer") String key,
      @RequestParam(name = "form", defaultValue = "") String form) {
    Payer payer = payers.of(who);
    Optional<Long> before = entered(payer, form);
    if (before.isPresent()) {
      return "redirect:/flexible/receipts/" + before.get();
    }
    Offer offer = offer(key);
    ElectionRecord standing = standing(payer, offer);
    return entered(
        who,
        new Wish(
            offer.region(),
            DeskElection.Action.VOID,
            offer.kind(),
            payer.number(),
            standing.name(),
            Optional.empty(),
            Optional.empty(),
            voidFrom(standing),
            false),
        form);
  }

  @GetMapping("/flexible/receipts/{number}")
  String receipt(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("number") long number,
      Locale locale,
      Model model) {
    DeskElection line = own(who, number);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.person(line.wish().idNumber()));
    show(line, locale, model);
    return "flexible/receipt";
  }

  /** The part of the page that changes. */
  @GetMapping("/flexible/receipts/{number}/state")
  String state(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("number") long number,
      Locale locale,
      Model model) {
    show(own(who, number), locale, model);
    return "flexible/receipt :: state";
  }

  private void show(DeskElection line, Locale locale, Model model) {
    model.addAttribute(
        "it",
        ElectionReceipt.of(
            line, OverviewPage.title(line, offers), desk.zone(), ProgramMessages.language(locale)));
  }

  /** Takes a line back that no run has read. */
  @PostMapping("/flexible/undo")
  String undo(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam("line") long number,
      RedirectAttributes next) {
    DeskElection line = own(who, number);
    next.addFlashAttribute(
        "notice", elections.undo(who, line) ? "desk.election.undone" : "desk.election.too-late");
    return "redirect:/flexible/receipts/" + number;
  }

  /** Another's line is not there, as one that never was. */
  private DeskElection own(SignedIn who, long number) {
    return elections
        .find(number)
        .filter(line -> who.account().isOf(line.wish().idNumber()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
