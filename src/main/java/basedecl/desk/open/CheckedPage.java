package basedecl.desk.open;

import basedecl.assessment.DeclarationTotals;
import basedecl.audit.YearRules;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.desk.submission.Rules;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.finding.FindingText;
import basedecl.job.check.CheckedFile;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Percent;
import basedecl.person.IdNumber;
import basedecl.policy.Population;
import basedecl.policy.rule.FlagThreshold;
import basedecl.report.ReportTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the page says of a checked file, in the sentences of the command {@code check}.
 *
 * @param errors with those that were counted only
 * @param more how many findings are not shown
 */
record CheckedPage(
    String fileName,
    boolean good,
    String errors,
    String remarks,
    List<Shown> findings,
    String more,
    List<Part> parts) {

  /** Findings on the page; the marked workbook has them all. */
  static final int SHOWN = 200;

  private static final Pattern LIKE_A_DOCUMENT = Pattern.compile("\\d{15}|\\d{17}[\\dXx]");

  /** One finding; {@code place} is empty for the file as a whole. */
  record Shown(boolean error, String place, String sentence, String remedy, String code) {}

  /** An employer's part of the file. */
  record Part(String title, boolean flagged, List<String> sentences) {}

  CheckedPage {
    findings = List.copyOf(findings);
    parts = List.copyOf(parts);
  }

  static CheckedPage of(
      String fileName, CheckedFile checked, Population population, Rules rules, Language language) {
    List<Finding> found = checked.findings();
    long all = FindingBounds.count(found);
    long errors = FindingBounds.count(found.stream().filter(f -> f.code().isError()).toList());
    List<Shown> shown =
        Stream.concat(
                found.stream().filter(finding -> finding.code().isError()),
                found.stream().filter(finding -> !finding.code().isError()))
            .filter(finding -> !FindingBounds.isLeftOut(finding))
            .limit(SHOWN)
            .map(finding -> shown(finding, language))
            .toList();
    return new CheckedPage(
        fileName,
        !checked.hasErrors(),
        ReportTexts.count(errors),
        ReportTexts.count(all - errors),
        shown,
        all > shown.size() ? ReportTexts.count(all - shown.size()) : "",
        checked.parts().stream().map(part -> part(part, population, rules, language)).toList());
  }

  private static Shown shown(Finding finding, Language language) {
    return new Shown(
        finding.code().isError(),
        place(finding, language),
        FindingText.sentence(finding, language),
        FindingText.remedy(finding, language),
        finding.code().name());
  }

  private static String place(Finding finding, Language language) {
    if (finding.place().row() == 0) {
      return "";
    }
    String cell = finding.place().columnLetter() + finding.place().row();
    Message place =
        finding.place().sheet().isEmpty()
            ? Message.of("cli.check-place", cell)
            : Message.of("cli.check-place-of-sheet", finding.place().sheet(), cell);
    return place.in(language);
  }

  private static Part part(
      AssessedPart part, Population population, Rules rules, Language language) {
    if (part.employerCode().isEmpty()) {
      Message nobody = Message.of("cli.check-nobody", Long.toString(part.rowsRead()));
      return new Part("", false, List.of(nobody.in(language)));
    }
    DeclarationTotals totals = part.totals();
    List<Message> sentences = new ArrayList<>();
    sentences.add(
        Message.of(
            "desk.check-file.people",
            ReportTexts.count(part.rowsRead()),
            ReportTexts.count(totals.persons()),
            ReportTexts.yuan(totals.declaredTotal()),
            ReportTexts.yuan(totals.baseTotal())));
    boolean flagged = rules.of(population).flags(totals);
    if (population == Population.EMPLOYEES && totals.persons() > 0) {
      sentences.add(limits(totals, rules));
      rules
          .of(population)
          .threshold()
          .map(threshold -> share(totals, threshold, flagged))
          .ifPresent(sentences::add);
      sentences.addAll(costs(totals, rules.figures()));
    }
    String code = shown(part.employerCode());
    String name =
        part.employerName().isEmpty() ? rules.nameOf(part.employerCode()) : part.employerName();
    return new Part(
        name.equals(part.employerCode()) ? code : code + " " + name,
        flagged,
        sentences.stream().map(sentence -> sentence.in(language)).toList());
  }

  /** A person's number that came into the wrong column is masked there too. */
  private static String shown(String employerCode) {
    return LIKE_A_DOCUMENT.matcher(employerCode).matches()
        ? new IdNumber(employerCode).toString()
        : employerCode;
  }

  private static Message limits(DeclarationTotals totals, Rules rules) {
    return Message.of(
        "cli.check-limits",
        Integer.toString(rules.year()),
        rules.figures().limits().limits().lower().toString(),
        rules.figures().limits().limits().upper().toString(),
        Long.toString(totals.declaredBelowLower()),
        Long.toString(totals.loweredToUpper()));
  }

  private static Message share(DeclarationTotals totals, FlagThreshold threshold, boolean flagged) {
    LowerLimitShare share = new LowerLimitShare(totals.atLower(), totals.persons());
    return Message.of(
        flagged ? "cli.check-flagged" : "cli.check-not-flagged",
        Long.toString(totals.atLower()),
        Percent.rounded(share.fraction()),
        Percent.rounded(threshold.moreThan()));
  }

  private static List<Message> costs(DeclarationTotals totals, YearRules figures) {
    if (figures.rate().isEmpty()) {
      return List.of();
    }
    Message cost =
        Message.of(
            "cli.check-cost",
            totals.dues().employer().map(ReportTexts::yuan).orElse("-"),
            totals.dues().personal().map(ReportTexts::yuan).orElse("-"),
            totals.dues().total().map(ReportTexts::yuan).orElse("-"));
    return Stream.of(
            Optional.of(cost),
            figures
                .rate()
                .filter(rate -> rate.placeholder())
                .map(rate -> Message.of("cli.check-placeholder")))
        .flatMap(Optional::stream)
        .toList();
  }
}
