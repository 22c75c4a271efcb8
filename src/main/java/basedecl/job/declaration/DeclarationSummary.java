package basedecl.job.declaration;

import basedecl.job.intake.IntakeSummary;
import basedecl.job.run.RunSummary;
import basedecl.ledger.intake.FileRecord;
import basedecl.ledger.intake.IntakeFile;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.policy.rule.ContributionRate;
import basedecl.report.YearHeading;
import basedecl.report.YearTotals;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The lines an operator reads in the morning. */
final class DeclarationSummary {

  private final YearHeading heading;
  private final Language language;

  DeclarationSummary(YearHeading heading, Language language) {
    this.heading = heading;
    this.language = language;
  }

  void tell(
      RunSummary report,
      List<IntakeFile> files,
      List<FileRecord> lines,
      YearTotals totals,
      List<Message> notices,
      int notDeclared,
      Optional<Message> unknownAgencies,
      Path output) {
    new IntakeSummary(report, language).files(files, lines);
    say(report, "job.summary-period", heading.month());
    say(
        report,
        "job.summary-year",
        heading.year(),
        totals.employers(),
        totals.persons(),
        totals.flagged());
    money(report, totals);
    notices.forEach(notice -> report.line(notice.in(language)));
    say(report, "job.summary-not-declared", notDeclared);
    unknownAgencies.ifPresent(warning -> report.line(warning.in(language)));
    say(report, "job.summary-outputs", output);
  }

  private void money(RunSummary report, YearTotals totals) {
    say(
        report,
        "job.summary-money",
        totals.declaredTotal(),
        totals.baseTotal(),
        totals.dues().employer().map(Money::toString).orElse("-"),
        totals.dues().personal().map(Money::toString).orElse("-"));
    if (heading.rate().map(rate -> rate.employer().isEmpty()).orElse(true)) {
      say(report, "job.summary-no-rate", heading.policy().source(), "employer");
    }
    if (heading.rate().map(rate -> rate.personal().isEmpty()).orElse(true)) {
      say(report, "job.summary-no-rate", heading.policy().source(), "personal");
    }
    if (heading.rate().map(ContributionRate::placeholder).orElse(false)) {
      say(report, "job.summary-placeholder");
    }
  }

  private void say(RunSummary report, String key, Object... words) {
    report.line(
        Message.of(key, java.util.Arrays.stream(words).map(String::valueOf).toArray(String[]::new))
            .in(language));
  }
}
