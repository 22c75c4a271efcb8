package basedecl.desk.declare;

import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Submissions;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.ledger.submission.Outcome;
import basedecl.ledger.submission.Submission;
import basedecl.ledger.submission.SubmissionState;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The receipt of a submission, and what has become of it. */
@Controller
final class ReceiptController {

  private final Submissions submissions;
  private final Recorder recorder;
  private final DeskSettings desk;

  ReceiptController(Submissions submissions, Recorder recorder, DeskSettings desk) {
    this.submissions = submissions;
    this.recorder = recorder;
    this.desk = desk;
  }

  @GetMapping("/declare/receipt/{number}")
  String receipt(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("number") String number,
      Locale locale,
      Model model) {
    Submission submission = submission(who, number);
    recorder.done(who, EventKind.LOOKED_AT, EventSubject.object(submission.number().toString()));
    show(submission, locale, model);
    return "declare/receipt";
  }

  /** The part of the page that changes. */
  @GetMapping("/declare/receipt/{number}/state")
  String state(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable("number") String number,
      Locale locale,
      Model model) {
    show(submission(who, number), locale, model);
    return "declare/receipt :: state";
  }

  private void show(Submission submission, Locale locale, Model model) {
    Outcome outcome = submissions.outcome(submission);
    List<Finding> findings =
        outcome.state() == SubmissionState.NOT_ACCEPTED
            ? submissions.findings(outcome)
            : submissions.findings(outcome).stream()
                .filter(finding -> finding.code() == FindingCode.PERSON_ADDED)
                .toList();
    model.addAttribute(
        "it",
        ReceiptPage.of(
            submission, outcome, findings, desk.zone(), ProgramMessages.language(locale)));
  }

  /** One that holds people of another's employers is not there, as one that never was. */
  private Submission submission(SignedIn who, String number) {
    return submissions
        .find(number)
        .filter(
            submission ->
                submission.parts().stream()
                    .allMatch(part -> who.account().declaresFor(part.employerCode())))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
