package basedecl.desk.declare;

import basedecl.assessment.DeclarationTotals;
import basedecl.desk.page.Pager;
import basedecl.desk.submission.Checked;
import basedecl.job.intake.FileAssessment.AssessedLine;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import basedecl.report.ReportTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who is submitted with what, and the pledge.
 *
 * @param months whether anybody counts in some months of the year only
 * @param several whether the file holds several employers
 * @param pledge its sentences, for all employers of the file
 */
record ConfirmPage(
    String id,
    Whom whom,
    String fileName,
    boolean several,
    List<PartFigures> parts,
    String persons,
    String declaredTotal,
    String baseTotal,
    boolean months,
    List<Line> lines,
    Pager pager,
    List<String> pledge) {

  /**
   * One person.
   *
   * @param number in the file, from 1
   * @param idNumber masked unless it was asked for
   */
  record Line(
      int number,
      String employerCode,
      String name,
      String idNumber,
      boolean revealed,
      String wage,
      String base,
      String adjustment,
      String months) {}

  static ConfirmPage of(Checked checked, LinesOfPage lines, int revealed, Language language) {
    DeclarationTotals totals = checked.totals();
    return new ConfirmPage(
        checked.upload().id().text(),
        Whom.of(checked.upload(), checked.rules()),
        checked.upload().fileName(),
        checked.parts().size() > 1,
        checked.parts().stream().map(part -> PartFigures.of(part, checked, language)).toList(),
        Figures.of(totals.persons()).text(),
        Figures.of(totals.declaredTotal()).text(),
        Figures.of(totals.baseTotal()).text(),
        checked.hasMonths() || lines.hasMonths(),
        lines(checked, lines, revealed, language),
        Pager.at(LinesOfPage.pageOf(lines.first()), totals.persons(), LinesOfPage.LINES),
        pledge(checked, language));
  }

  private static List<Line> lines(
      Checked checked, LinesOfPage lines, int revealed, Language language) {
    Map<Integer, String> codes =
        checked.parts().stream()
            .collect(Collectors.toMap(AssessedPart::employer, AssessedPart::employerCode));
    List<Line> shown = new ArrayList<>();
    int number = lines.first();
    for (AssessedLine line : lines.lines()) {
      boolean whole = number == revealed;
      shown.add(
          new Line(
              number++,
              codes.getOrDefault(line.employer(), ""),
              line.wage().name(),
              whole ? line.wage().idNumber().whole() : line.wage().idNumber().toString(),
              whole,
              Figures.of(line.wage().declaredWage()).text(),
              Figures.of(line.base().amount()).text(),
              ReportTexts.adjustment(line.base().adjustment(), language),
              checked.months(line).map(months -> ReportTexts.months(months, language)).orElse("")));
    }
    return shown;
  }

  private static List<String> pledge(Checked checked, Language language) {
    String kind = checked.upload().population() == Population.RETIREES ? ".retirees" : "";
    String employers =
        checked.parts().stream()
            .map(part -> checked.rules().nameOf(part.employerCode()))
            .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
    return List.of(
        Message.of(
                "report.paper.pledge.opening" + kind,
                employers,
                Integer.toString(checked.rules().year()))
            .in(language),
        Message.of("desk.confirm.pledge.true" + kind).in(language),
        Message.of("desk.confirm.pledge.signed" + kind).in(language),
        Message.of("report.paper.pledge.law" + kind).in(language),
        Message.of("report.paper.pledge.records" + kind).in(language));
  }
}
