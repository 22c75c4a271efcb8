package basedecl.desk.material;

import basedecl.declaration.procedure.DeclarationDeadline;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.Submissions.For;
import basedecl.finding.FindingText;
import basedecl.ledger.review.ProcedureRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import basedecl.policy.rule.Deadline;
import basedecl.report.review.ProgressRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The scans of the newest version, and what is to be done with them.
 *
 * @param id of the version in the addresses of its scans
 * @param open whether scans may come and go
 * @param underWay whether they are submitted and a run is about to take them
 * @param complete whether they can be submitted
 * @param notice what is missing, or why nothing is to be done here
 * @param lastDay in words, or empty where none is laid down
 */
record MaterialPage(
    String employerCode,
    String employerName,
    boolean ofRetirees,
    String id,
    String version,
    String state,
    boolean open,
    boolean underWay,
    boolean complete,
    String notice,
    String lastDay,
    boolean late,
    List<Line> scans) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final BigDecimal KIBIBYTE = BigDecimal.valueOf(1 << 10);

  /** A scan. */
  record Line(String name, String kind, String format, String kibibytes, String time) {}

  static MaterialPage none(For whom, Rules rules, Language language) {
    return new MaterialPage(
        whom.employerCode(),
        rules.nameOf(whom.employerCode()),
        whom.population() == Population.RETIREES,
        "",
        "",
        "",
        false,
        false,
        false,
        say("none", language),
        lastDay(rules, language),
        false,
        List.of());
  }

  static MaterialPage of(
      For whom,
      Rules rules,
      ProcedureRecord standing,
      Handling handling,
      ZoneId zone,
      Language language) {
    boolean complete = Materials.missing(standing.employerCode(), handling.scans()).isEmpty();
    return new MaterialPage(
        whom.employerCode(),
        rules.nameOf(whom.employerCode()),
        whom.population() == Population.RETIREES,
        Long.toString(standing.declarationId()),
        standing.version().map(Object::toString).orElse(""),
        Message.of("explain.state." + standing.state()).in(language),
        handling.open(),
        handling.underWay(),
        handling.open() && complete,
        notice(standing, handling, language),
        lastDay(rules, language),
        !ProgressRow.of(standing, Optional.empty())
            .lateness(DeclarationDeadline.of(rules.policy(), rules.year()), rules.businessDate())
            .isEmpty(),
        handling.scans().stream().map(scan -> line(scan, zone, language)).toList());
  }

  /** The scans, and what may be done with them. */
  record Handling(List<Scan> scans, boolean open, boolean underWay) {

    Handling {
      scans = List.copyOf(scans);
    }
  }

  private static String notice(ProcedureRecord standing, Handling handling, Language language) {
    if (handling.underWay()) {
      return say("under-way", language);
    }
    if (handling.open()) {
      return Materials.missing(standing.employerCode(), handling.scans())
          .map(finding -> FindingText.sentence(finding, language))
          .orElseGet(() -> say("complete", language));
    }
    return standing.state() == DeclarationState.ACCEPTED
        ? say("at-agency", language)
        : say(
            "state." + standing.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            language);
  }

  private static Line line(Scan scan, ZoneId zone, Language language) {
    return new Line(
        scan.name(),
        say("kind." + scan.kind().word(), language),
        scan.format().name(),
        BigDecimal.valueOf(scan.bytes()).divide(KIBIBYTE, 0, RoundingMode.UP).toPlainString(),
        TIME.withZone(zone).format(scan.at()));
  }

  private static String say(String key, Language language) {
    return Message.of("desk.materials." + key).in(language);
  }

  private static String lastDay(Rules rules, Language language) {
    return rules
        .policy()
        .deadlineFor(YearMonth.of(rules.year(), 1))
        .map(Deadline::stated)
        .map(stated -> rules.policy().lastDays().words(stated).in(language))
        .orElse("");
  }
}
