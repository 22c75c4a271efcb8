package basedecl.cli.check;

import basedecl.assessment.DeclarationTotals;
import basedecl.audit.YearRules;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.finding.FindingText;
import basedecl.job.check.CheckedFile;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.money.Percent;
import basedecl.policy.rule.ContributionRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page a clerk reads: what the limits will do, what it will cost, what is wrong. */
final class CheckText {

  /** Findings shown on the page; the workbook and {@code --json} have them all. */
  private static final int SHOWN = 30;

  private final CheckSettings settings;
  private final Language language;

  CheckText(CheckSettings settings, Language language) {
    this.settings = settings;
    this.language = language;
  }

  List<String> lines(CheckedFile checked) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        say(
            checked.hasErrors() ? "cli.check-file-bad" : "cli.check-file-good",
            checked.path().toString().replaceAll("\\p{Cntrl}", "?")));
    checked.parts().forEach(part -> employer(part, lines));
    findings(checked, lines);
    return lines;
  }

  private void employer(AssessedPart part, List<String> lines) {
    if (part.employerCode().isEmpty()) {
      lines.add("  " + say("cli.check-nobody", part.rowsRead()));
      return;
    }
    DeclarationTotals totals = part.totals();
    lines.add(
        "  "
            + say(
                "cli.check-employer",
                part.employerCode(),
                part.employerName(),
                part.rowsRead(),
                totals.persons(),
                totals.declaredTotal(),
                totals.baseTotal()));
    settings
        .figures()
        .ifPresent(
            figures -> {
              lines.add(
                  "  "
                      + say(
                          "cli.check-limits",
                          settings.year(),
                          figures.limits().limits().lower(),
                          figures.limits().limits().upper(),
                          totals.declaredBelowLower(),
                          totals.loweredToUpper()));
              figures.threshold().ifPresent(t -> lines.add("  " + share(totals, t.moreThan())));
            });
    money(totals, lines);
  }

  private String share(DeclarationTotals totals, BigDecimal moreThan) {
    LowerLimitShare share = new LowerLimitShare(totals.atLower(), totals.persons());
    return say(
        settings.rules().flags(totals) ? "cli.check-flagged" : "cli.check-not-flagged",
        totals.atLower(),
        Percent.rounded(share.fraction()),
        Percent.rounded(moreThan));
  }

  private void money(DeclarationTotals totals, List<String> lines) {
    Optional<ContributionRate> rate = settings.figures().flatMap(YearRules::rate);
    if (rate.isEmpty()) {
      return;
    }
    lines.add(
        "  "
            + say(
                "cli.check-cost",
                totals.dues().employer().map(Money::toString).orElse("-"),
                totals.dues().personal().map(Money::toString).orElse("-"),
                totals.dues().total().map(Money::toString).orElse("-")));
    if (rate.get().placeholder()) {
      lines.add("  " + say("cli.check-placeholder"));
    }
  }

  private void findings(CheckedFile checked, List<String> lines) {
    List<Finding> findings = checked.findings();
    if (findings.isEmpty()) {
      return;
    }
    long all = FindingBounds.count(findings);
    long errors =
        FindingBounds.count(findings.stream().filter(finding -> finding.code().isError()).toList());
    lines.add("  " + say("cli.check-findings", errors, all - errors));
    List<Finding> shown =
        findings.stream().filter(f -> !FindingBounds.isLeftOut(f)).limit(SHOWN).toList();
    for (Finding finding : shown) {
      lines.add(
          "  - "
              + place(finding)
              + FindingText.sentence(finding, language)
              + " "
              + FindingText.remedy(finding, language)
              + " ["
              + finding.code()
              + "]");
    }
    if (all > shown.size()) {
      lines.add("  " + say("cli.check-more", all - shown.size()));
    }
    findings.stream()
        .filter(FindingBounds::isLeftOut)
        .limit(SHOWN)
        .forEach(
            finding ->
                lines.add(
                    "  - "
                        + FindingText.sentence(finding, language)
                        + " ["
                        + finding.code()
                        + "]"));
  }

  private String place(Finding finding) {
    if (finding.place().row() == 0) {
      return "";
    }
    String cell = finding.place().columnLetter() + finding.place().row();
    return finding.place().sheet().isEmpty()
        ? say("cli.check-place", cell)
        : say("cli.check-place-of-sheet", finding.place().sheet(), cell);
  }

  private String say(String key, Object... words) {
    return Message.of(
            key, java.util.Arrays.stream(words).map(String::valueOf).toArray(String[]::new))
        .in(language);
  }
}
