package basedecl.desk.run;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.run.BegunRuns.Begun;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.job.desk.JobCatalog;
import basedecl.job.desk.JobRequest;
import basedecl.job.desk.RunDesk;
import basedecl.job.run.JobDefinition;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A job is chosen, its form filled in, tried where it can be, and started. */
@Controller
final class NewRunController {

  private final RunDesk desk;
  private final JobForms forms;
  private final BegunRuns begun;
  private final Recorder recorder;

  NewRunController(RunDesk desk, JobForms forms, BegunRuns begun, Recorder recorder) {
    this.desk = desk;
    this.forms = forms;
    this.begun = begun;
    this.recorder = recorder;
  }

  /** A job to choose. */
  record JobChoice(String name, String title, String purpose, boolean hasDryRun) {

    static JobChoice of(JobDefinition job, Language language) {
      return new JobChoice(
          job.name(),
          RunWords.job(job.name(), language),
          Message.of("desk.run.purpose." + job.name()).in(language),
          JobForms.hasDryRun(job));
    }
  }

  @GetMapping("/runs/new")
  String choose(Locale locale, Model model) {
    Language language = ProgramMessages.language(locale);
    List<JobChoice> jobs =
        JobCatalog.names().stream()
            .map(JobCatalog::named)
            .map(job -> JobChoice.of(job, language))
            .toList();
    model.addAttribute("jobs", jobs);
    return "run/new";
  }

  @GetMapping("/runs/new/{job}")
  String form(@PathVariable("job") String name, Locale locale, Model model) throws IOException {
    model.addAttribute("it", forms.form(job(name), Map.of(), ProgramMessages.language(locale)));
    return "run/form";
  }

  @PostMapping("/runs/new/{job}")
  String start(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("job") String name,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "do", defaultValue = "dry") String what,
      Faults faults,
      Locale locale,
      Model model)
      throws IOException {
    JobDefinition job = job(name);
    Language language = ProgramMessages.language(locale);
    boolean dry = JobForms.hasDryRun(job) && !what.equals("real");
    Optional<RunDesk.Asked> asked =
        start(
            who,
            job,
            new Begun(who.account().name(), name, filled(job, typed), dry, Optional.empty()),
            faults,
            language);
    if (asked.isPresent()) {
      return "redirect:/runs/asked/" + asked.get().number();
    }
    model.addAttribute("it", forms.form(job, typed, language));
    return "run/form";
  }

  /** The real run after its dry one, with the same filled in. */
  @PostMapping("/runs/after/{number:[0-9]+}")
  String afterDryRun(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("number") long number,
      Faults faults,
      Locale locale,
      Model model)
      throws IOException {
    Begun tried =
        begun
            .of(number)
            .filter(Begun::dry)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    JobDefinition job = job(tried.job());
    Language language = ProgramMessages.language(locale);
    Begun real =
        new Begun(who.account().name(), tried.job(), tried.filled(), false, Optional.of(number));
    Optional<RunDesk.Asked> asked = start(who, job, real, faults, language);
    if (asked.isPresent()) {
      return "redirect:/runs/asked/" + asked.get().number();
    }
    model.addAttribute("it", forms.form(job, tried.filled(), language));
    return "run/form";
  }

  private Optional<RunDesk.Asked> start(
      SignedIn who, JobDefinition job, Begun what, Faults faults, Language language)
      throws IOException {
    Optional<JobRequest> request = forms.request(job, what.filled(), what.dry(), faults, language);
    if (request.isEmpty()) {
      return Optional.empty();
    }
    try {
      RunDesk.Asked asked = desk.start(request.get());
      begun.add(asked.number(), what);
      recorder.done(
          who,
          EventKind.JOB_STARTED,
          EventSubject.object(what.dry() ? job.name() + " dry-run" : job.name()));
      return Optional.of(asked);
    } catch (RefusedException e) {
      faults.at(JobForms.fieldOf(job, e.text()), e.text());
      return Optional.empty();
    }
  }

  private static Map<String, String> filled(JobDefinition job, Map<String, String> typed) {
    Map<String, String> filled = new HashMap<>();
    JobForms.keys(job)
        .forEach(
            key ->
                Optional.ofNullable(typed.get(key.name()))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> filled.put(key.name(), value)));
    return filled;
  }

  private static JobDefinition job(String name) {
    return JobForms.job(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
