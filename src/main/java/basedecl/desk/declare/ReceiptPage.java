package basedecl.desk.declare;

import basedecl.declaration.procedure.Verdict;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.ledger.submission.Outcome;
import basedecl.ledger.submission.Submission;
import basedecl.ledger.submission.SubmissionState;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A receipt.
 *
 * @param taken whether a run is at it
 * @param next what is to be done now
 * @param findings of the run, where it was not accepted; else whom a correction added
 */
record ReceiptPage(
    String number,
    String time,
    String fileName,
    String sha256,
    boolean ofRetirees,
    String persons,
    String declaredTotal,
    String baseTotal,
    String state,
    boolean isFinal,
    boolean good,
    boolean taken,
    String next,
    List<Part> parts,
    List<FindingGroup> findings) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** One employer of the file; verdict, version and codes are empty until there are any. */
  record Part(
      String employerCode,
      String employerName,
      String persons,
      String declaredTotal,
      String baseTotal,
      String verdict,
      String version,
      String codes) {}

  static ReceiptPage of(
      Submission submission,
      Outcome outcome,
      List<Finding> findings,
      ZoneId zone,
      Language language) {
    SubmissionState state = outcome.state();
    return new ReceiptPage(
        submission.number().toString(),
        time(submission.submittedAt(), zone),
        submission.upload().fileName(),
        submission.upload().sha256(),
        submission.upload().population() == Population.RETIREES,
        Figures.of(submission.persons()).text(),
        Figures.of(submission.declaredTotal()).text(),
        Figures.of(submission.baseTotal()).text(),
        state.title().in(language),
        state.isFinal(),
        state == SubmissionState.ACCEPTED,
        outcome.run().isPresent(),
        Message.of("desk.receipt.next." + state).in(language),
        submission.parts().stream().map(part -> part(part, outcome, language)).toList(),
        FindingGroup.of(findings, language));
  }

  static String time(Instant instant, ZoneId zone) {
    return TIME.withZone(zone).format(instant);
  }

  private static Part part(Submission.Part part, Outcome outcome, Language language) {
    Optional<Outcome.Part> made =
        outcome.parts().stream()
            .filter(each -> each.employerCode().equals(part.employerCode()))
            .findFirst();
    return new Part(
        part.employerCode(),
        part.employerName(),
        Figures.of(part.persons()).text(),
        Figures.of(part.declaredTotal()).text(),
        Figures.of(part.baseTotal()).text(),
        made.map(Outcome.Part::verdict)
            .map((Verdict verdict) -> Message.of("explain.verdict." + verdict).in(language))
            .orElse(""),
        made.filter(each -> each.version() > 0)
            .map(each -> Integer.toString(each.version()))
            .orElse(""),
        made.map(each -> each.codes().stream())
            .orElseGet(Stream::empty)
            .map(FindingCode::name)
            .collect(Collectors.joining(" ")));
  }
}
