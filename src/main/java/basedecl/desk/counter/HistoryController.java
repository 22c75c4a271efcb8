package basedecl.desk.counter;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.flexible.DeskElections;
import basedecl.desk.flexible.ElectionReceipt;
import basedecl.desk.flexible.Offer;
import basedecl.desk.flexible.Offers;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.flexible.DeskElection;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import basedecl.person.TypedIdNumber;
import basedecl.report.ReportTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A person's elections of every year, by file and by desk in one history, with who made those of
 * the desk. The document is sent in the body: no address names a person.
 */
@Controller
final class HistoryController {

  private final ElectionLedger elections;
  private final DeskElections lines;
  private final Offers offers;
  private final Recorder recorder;
  private final DeskSettings desk;

  HistoryController(
      JdbcTemplate template,
      DeskElections lines,
      Offers offers,
      Recorder recorder,
      DeskSettings desk) {
    this.elections = new ElectionLedger(template);
    this.lines = lines;
    this.offers = offers;
    this.recorder = recorder;
    this.desk = desk;
  }

  /**
   * An election of the ledger.
   *
   * @param by who made it: the number of its line of the desk, or a file
   * @param voidedBy the same of its voiding; empty while it stands
   */
  record Elected(
      String title,
      String name,
      String base,
      String rhythm,
      String from,
      boolean debit,
      String voidedFrom,
      String by,
      String voidedBy) {}

  @GetMapping("/runs/flexible/history")
  String form(Model model) {
    return page("", Optional.empty(), List.of(), List.of(), model);
  }

  private static String page(
      String document,
      Optional<IdNumber> number,
      List<Elected> elected,
      List<ElectionReceipt> entered,
      Model model) {
    model.addAttribute("document", document);
    model.addAttribute("number", number.map(IdNumber::toString).orElse(""));
    model.addAttribute("elected", elected);
    model.addAttribute("entered", entered);
    return "counter/history";
  }

  @PostMapping("/runs/flexible/history")
  String history(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam(defaultValue = "") String document,
      HttpServletResponse response,
      Locale locale,
      Faults faults,
      Model model) {
    Language language = ProgramMessages.language(locale);
    IdNumber number;
    try {
      number = TypedIdNumber.read(document, desk.businessDate(), language);
    } catch (RefusedException e) {
      faults.at("document", e.text());
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return page(document, Optional.empty(), List.of(), List.of(), model);
    }
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.person(number));
    List<DeskElection> entered = lines.ofPerson(number);
    List<Elected> elected = new ArrayList<>();
    for (Map.Entry<String, List<ElectionRecord>> region :
        elections.ofPerson(number, desk.businessDate()).entrySet()) {
      region
          .getValue()
          .forEach(each -> elected.add(elected(region.getKey(), each, entered, language)));
    }
    return page(
        document,
        Optional.of(number),
        elected,
        entered.stream()
            .map(
                line ->
                    ElectionReceipt.of(
                        line,
                        title(line.wish().region(), line.wish().kind().title(), line),
                        desk.zone(),
                        language))
            .toList(),
        model);
  }

  private String title(String region, String otherwise, DeskElection line) {
    return offers.find(region, line.wish().kind()).map(Offer::title).orElse(otherwise);
  }

  private Elected elected(
      String region, ElectionRecord election, List<DeskElection> entered, Language language) {
    return new Elected(
        offers.find(region, election.kind()).map(Offer::title).orElse(election.kind().title()),
        election.name(),
        ReportTexts.yuan(election.base()),
        Message.of("desk.flexible.rhythm." + election.rhythm()).in(language),
        election.from().toString(),
        election.batchDebit(),
        election.voidedFrom().map(YearMonth::toString).orElse(""),
        by(election, DeskElection.Action.CHOOSE, entered, language),
        election.stands() ? "" : by(election, DeskElection.Action.VOID, entered, language));
  }

  private static String by(
      ElectionRecord election,
      DeskElection.Action action,
      List<DeskElection> entered,
      Language language) {
    return entered.stream()
        .filter(line -> line.wish().action() == action)
        .filter(
            line ->
                line.fate().election().isPresent()
                    && line.fate().election().getAsLong() == election.id())
        .findFirst()
        .map(
            line ->
                Message.of(
                        "desk.history.by-" + line.entry().origin().name().toLowerCase(Locale.ROOT),
                        line.shownNumber(),
                        line.entry().by())
                    .in(language))
        .orElseGet(() -> Message.of("desk.history.by-file").in(language));
  }
}
