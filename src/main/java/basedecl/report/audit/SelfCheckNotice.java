package basedecl.report.audit;

import static basedecl.report.ReportTexts.say;

import basedecl.audit.Auditor;
import basedecl.audit.signal.SignalFinding;
import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.message.Language;
import basedecl.money.Percent;
import basedecl.policy.Agency;
import basedecl.policy.Population;
import basedecl.policy.rule.FlagThreshold;
import basedecl.report.AgencyTelephones;
import basedecl.report.ReportTexts;
import basedecl.report.YearHeading;
import basedecl.workbook.LetterFile;
import basedecl.workbook.LetterFile.Letter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The letter that asks a flagged employer to check itself: {@code notices/EMPLOYER-YEAR.docx}. It
 * states the employer's own figures and nobody's in particular.
 */
public final class SelfCheckNotice {

  private final YearHeading heading;
  private final AgencyTelephones telephones;
  private final int days;

  /**
   * @param days after the business date by which the papers are to be handed in, inclusive
   */
  public SelfCheckNotice(YearHeading heading, int days) {
    this.heading = heading;
    this.telephones = AgencyTelephones.of(heading.policy());
    this.days = days;
  }

  /** The name of an employer's notice: letters, digits and hyphens of its code, all else spelt. */
  public static String fileName(String employerCode, int year) {
    StringBuilder name = new StringBuilder();
    for (byte b : employerCode.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
      name.append(plain ? String.valueOf(c) : String.format("_%02X", (int) c));
    }
    return name + "-" + year + ".docx";
  }

  public Written write(Path folder, AuditLine line) throws IOException {
    return LetterFile.write(
        folder.resolve(fileName(line.declaration().employerCode(), heading.year())),
        heading.businessDate(),
        letter(line));
  }

  private Letter letter(AuditLine line) {
    DeclarationRecord d = line.declaration();
    String year = String.valueOf(heading.year());
    List<String> text = new ArrayList<>();
    text.add(
        say(
            "notice.facts",
            year,
            words(heading.businessDate()),
            ReportTexts.period(heading.month()).replace("：", " ")));
    text.add(
        say(
            "notice.figures",
            ReportTexts.count(d.persons()),
            ReportTexts.count(d.atLower()),
            Percent.exact(d.persons() == 0 ? java.math.BigDecimal.ZERO : shown(line)),
            ReportTexts.count(d.declaredBelowLower()),
            ReportTexts.yuan(line.limits().lower()),
            ReportTexts.yuan(d.declaredTotal()),
            ReportTexts.yuan(d.baseTotal())));
    heading
        .threshold()
        .map(t -> say("notice.rule", Percent.exact(t.moreThan()), citation(t)))
        .ifPresent(text::add);
    others(line).ifPresent(text::add);
    text.add(say("notice.papers"));
    text.add(say("notice.deadline", lastDay(), agency(d)));
    text.add(say("notice.correct." + way(d.state()), agency(d)));
    String telephone = telephones.of(d.agency());
    if (!telephone.isEmpty()) {
      text.add(say("notice.telephone", agency(d), telephone));
    }
    text.add(say("notice.end"));
    return new Letter(
        say("notice.title", year),
        say("notice.number", year, d.employerCode(), String.valueOf(d.version())),
        say("notice.addressee", d.employerName(), d.employerCode()),
        text,
        List.of(say("notice.seal", agency(d)), words(heading.businessDate())));
  }

  /** The last day to answer; a rest day gives way as the policy's deadlines do. */
  private String lastDay() {
    LocalDate stated = heading.businessDate().plusDays(days);
    LocalDate inForce = heading.policy().lastDays().inForce(stated);
    return inForce.equals(stated)
        ? words(stated)
        : say("notice.moved", words(stated), words(inForce));
  }

  private static String citation(FlagThreshold threshold) {
    return threshold.citation().text();
  }

  private static java.math.BigDecimal shown(AuditLine line) {
    return line.figures().share().fraction().setScale(4, java.math.RoundingMode.HALF_UP);
  }

  private static java.util.Optional<String> others(AuditLine line) {
    List<SignalFinding> more =
        line.signals().stream().filter(s -> !s.signal().equals(Auditor.LOWER_LIMIT_SHARE)).toList();
    return more.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            say(
                "notice.others",
                more.stream()
                    .map(
                        s ->
                            s.title().in(Language.ZH)
                                + "（"
                                + s.explanation().in(Language.ZH).replaceAll("。$", "")
                                + "）")
                    .collect(Collectors.joining("；"))));
  }

  /** How the employer comes to declare anew: an approved declaration must be reopened first. */
  private static String way(DeclarationState state) {
    return DeclarationProcedure.mayHaveSuccessor(Population.EMPLOYEES, state) ? "open" : "closed";
  }

  private String agency(DeclarationRecord d) {
    if (d.agency().isEmpty()) {
      return say("notice.agency-unknown");
    }
    return heading
        .policy()
        .agency(d.agency())
        .flatMap(Agency::title)
        .orElseGet(() -> say("notice.agency", d.agency()));
  }

  private static String words(LocalDate day) {
    return say(
        "notice.date",
        String.valueOf(day.getYear()),
        String.valueOf(day.getMonthValue()),
        String.valueOf(day.getDayOfMonth()));
  }
}
