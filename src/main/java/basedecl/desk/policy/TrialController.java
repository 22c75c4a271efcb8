package basedecl.desk.policy;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.audit.YearRules;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.page.WorkbookAnswer;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.DeskFolders;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.job.audit.Trial;
import basedecl.ledger.submission.UploadId;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.ContributionMonth;
import basedecl.report.trial.TrialWorkbook;
import basedecl.settings.SheetMonth;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What other figures of the desk's policy would change for the year's declarations. Nothing is
 * written; what is tried stands in the address, so that it can be kept and sent on.
 */
@Controller
final class TrialController {

  private final RulesShelf shelf;
  private final Trials trials;
  private final DeskFolders folders;
  private final Recorder recorder;
  private final SecureRandom random = new SecureRandom();

  TrialController(RulesShelf shelf, Trials trials, DeskFolders folders, Recorder recorder) {
    this.shelf = shelf;
    this.trials = trials;
    this.folders = folders;
    this.recorder = recorder;
  }

  @GetMapping("/policies/try")
  String form(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam Map<String, String> sent,
      Faults faults,
      Locale locale,
      Model model)
      throws IOException {
    Language language = ProgramMessages.language(locale);
    Rules rules = shelf.current();
    Map<String, String> figures = figures(sent);
    Optional<Trial> trial = trial(rules, sent, figures, faults);
    if (trial.isPresent()) {
      Optional<Trial.Result> result = trials.run(trial.get(), rules);
      model.addAttribute("none", result.isEmpty());
      result.ifPresent(
          found ->
              model.addAttribute(
                  "it", TrialPage.of(trial.get(), found, visible(found, who), language)));
      if (result.isPresent()) {
        recorder.done(who, EventKind.LOOKED_AT, EventSubject.object("policy trial"));
      }
    }
    YearMonth month = month(rules, sent, new LinkedHashMap<>()).orElseGet(() -> standard(rules));
    model.addAttribute(
        "form",
        TrialForm.of(
            sent.getOrDefault("period", ""),
            YearRules.of(rules.policy(), rules.year(), month, rules.businessDate()),
            sent,
            language));
    model.addAttribute("month", month.toString());
    model.addAttribute("policyTitle", rules.policy().title());
    model.addAttribute("asked", address(sent));
    return "policy/try";
  }

  /** The same as a workbook, with every employer that whoever asks may see. */
  @GetMapping("/policies/try/workbook")
  void workbook(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam Map<String, String> sent,
      Faults faults,
      HttpServletResponse response)
      throws IOException {
    Rules rules = shelf.current();
    Trial trial =
        trial(rules, sent, figures(sent), faults)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    Trial.Result result =
        trials
            .run(trial, rules)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    recorder.done(who, EventKind.DOWNLOADED, EventSubject.object("policy trial"));
    Path file = folders.answers().resolve(UploadId.draw(random) + ".xlsx");
    WorkbookAnswer.send(
        response,
        "policy-trial.xlsx",
        file,
        target ->
            TrialWorkbook.write(
                target,
                trial.heading().with(result.notices()),
                trial.figures(),
                result.totals(),
                result.signals().seenBefore(),
                result.signals().seenAfter(),
                visible(result, who)));
  }

  private static Map<String, String> figures(Map<String, String> sent) {
    Map<String, String> figures = new LinkedHashMap<>();
    for (String key : TrialForm.keys()) {
      String value = sent.getOrDefault(key, "").strip();
      if (!value.isEmpty()) {
        figures.put(key, value);
      }
    }
    return figures;
  }

  /** Empty where nothing is tried yet, or something is at fault. */
  private static Optional<Trial> trial(
      Rules rules, Map<String, String> sent, Map<String, String> figures, Faults faults) {
    Map<String, Message> refused = new LinkedHashMap<>();
    Optional<YearMonth> month = month(rules, sent, refused);
    refused.forEach(faults::at);
    if (figures.isEmpty() || month.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Trial.of(rules.policy(), rules.year(), rules.businessDate(), month.get(), figures));
    } catch (RefusedException e) {
      faults.at(fieldOf(e.text(), figures), e.text());
      return Optional.empty();
    }
  }

  /** Which figure a refusal names; the first one tried where it names none. */
  private static String fieldOf(Message refusal, Map<String, String> figures) {
    return figures.keySet().stream()
        .filter(refusal.arguments()::contains)
        .findFirst()
        .orElseGet(() -> figures.keySet().iterator().next());
  }

  private static Optional<YearMonth> month(
      Rules rules, Map<String, String> sent, Map<String, Message> refused) {
    String text = sent.getOrDefault("period", "").strip();
    if (text.isEmpty()) {
      return Optional.of(standard(rules));
    }
    try {
      YearMonth month = YearMonth.parse(text);
      SheetMonth.check(month, rules.year());
      return Optional.of(month);
    } catch (DateTimeParseException e) {
      refused.put("period", Message.of("desk.policy.no-month", text));
    } catch (RefusedException e) {
      refused.put("period", e.text());
    }
    return Optional.empty();
  }

  private static YearMonth standard(Rules rules) {
    return ContributionMonth.of(rules.year(), rules.businessDate());
  }

  /** An auditor of one agency sees its employers alone. */
  private static List<TrialWorkbook.Line> visible(Trial.Result result, SignedIn who) {
    Optional<String> agency = who.account().agency();
    return result.lines().stream()
        .filter(line -> agency.map(line.declaration().agency()::equals).orElse(true))
        .toList();
  }

  /** What was sent, as the query of an address. */
  private static String address(Map<String, String> sent) {
    UriComponentsBuilder query = UriComponentsBuilder.newInstance();
    figures(sent).forEach((key, value) -> query.queryParam(key, "{" + key + "}"));
    query.queryParam("period", "{period}");
    Map<String, Object> values = new LinkedHashMap<>(figures(sent));
    values.put("period", sent.getOrDefault("period", "").strip());
    return String.valueOf(query.encode().buildAndExpand(values).toUri().getRawQuery());
  }
}
