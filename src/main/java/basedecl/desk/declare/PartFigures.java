package basedecl.desk.declare;

import basedecl.assessment.DeclarationTotals;
import basedecl.audit.YearRules;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.desk.submission.Checked;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Percent;
import basedecl.policy.Population;
import basedecl.policy.rule.ContributionRate;
import basedecl.report.ReportTexts;
import java.util.Optional;

/**
 * What one employer's part of a file comes to.
 *
 * @param limits what they will do, in a sentence; empty for retirees
 * @param share of people at the lower limit, and what follows, in a sentence; empty without a rule
 * @param cost of a month, in a sentence; empty where there is no rate
 * @param placeholder whether the rates are placeholders
 */
record PartFigures(
    String employerCode,
    String employerName,
    boolean refused,
    String rows,
    String persons,
    String declaredTotal,
    String baseTotal,
    String limits,
    String share,
    boolean flagged,
    String cost,
    boolean placeholder) {

  static PartFigures of(AssessedPart part, Checked checked, Language language) {
    DeclarationTotals totals = part.totals();
    boolean ofRetirees = checked.upload().population() == Population.RETIREES;
    YearRules figures = checked.rules().figures();
    boolean flagged = !ofRetirees && checked.rules().employees().flags(totals);
    Optional<ContributionRate> rate = ofRetirees ? Optional.empty() : figures.rate();
    return new PartFigures(
        part.employerCode(),
        checked.rules().nameOf(part.employerCode()),
        part.refused(),
        ReportTexts.count(part.rowsRead()),
        ReportTexts.count(totals.persons()),
        ReportTexts.yuan(totals.declaredTotal()),
        ReportTexts.yuan(totals.baseTotal()),
        ofRetirees ? "" : limits(checked, totals).in(language),
        ofRetirees ? "" : share(figures, totals, flagged, language),
        flagged,
        rate.map(known -> cost(totals).in(language)).orElse(""),
        rate.map(ContributionRate::placeholder).orElse(false));
  }

  private static Message limits(Checked checked, DeclarationTotals totals) {
    return Message.of(
        "cli.check-limits",
        Integer.toString(checked.rules().year()),
        ReportTexts.yuan(checked.rules().figures().limits().limits().lower()),
        ReportTexts.yuan(checked.rules().figures().limits().limits().upper()),
        Long.toString(totals.declaredBelowLower()),
        Long.toString(totals.loweredToUpper()));
  }

  private static String share(
      YearRules figures, DeclarationTotals totals, boolean flagged, Language language) {
    return figures
        .threshold()
        .map(
            threshold ->
                Message.of(
                    flagged ? "cli.check-flagged" : "cli.check-not-flagged",
                    ReportTexts.count(totals.atLower()),
                    Percent.rounded(
                        new LowerLimitShare(totals.atLower(), totals.persons()).fraction()),
                    Percent.rounded(threshold.moreThan())))
        .map(sentence -> sentence.in(language))
        .orElse("");
  }

  private static Message cost(DeclarationTotals totals) {
    return Message.of(
        "cli.check-cost",
        Figures.of(totals.dues().employer()).text(),
        Figures.of(totals.dues().personal()).text(),
        Figures.of(totals.dues().total()).text());
  }
}
