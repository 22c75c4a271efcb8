package basedecl.report.papers;

import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.assessment.MonthSpan;
import basedecl.assessment.PendingLimits;
import basedecl.report.LimitsNotices;
import basedecl.report.ReportTexts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the papers of a declaration say of the year's months: which month their figures are of, and
 * bases and dues of every span of months where these differ.
 *
 * @param stated empty for retirees, whose papers are of no month
 * @param spans none for retirees
 * @param pending limits known that the employer is not charged by yet
 */
public record PaperMonths(
    Optional<YearMonth> stated, List<MonthSpan> spans, Optional<PendingLimits> pending) {

  /** Those of retirees. */
  public static final PaperMonths NONE =
      new PaperMonths(Optional.empty(), List.of(), Optional.empty());

  public PaperMonths {
    spans = List.copyOf(spans);
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    stated.map(month -> say("paper.month", ReportTexts.period(month))).ifPresent(notes::add);
    if (spans.size() < 2) {
      return notes;
    }
    notes.add(say("paper.months"));
    for (MonthSpan span : spans) {
      notes.add(
          say(
              "paper.span",
              span.from().toString(),
              span.to().toString(),
              yuan(span.limits().map(l -> l.limits().lower())),
              yuan(span.limits().map(l -> l.limits().upper())),
              yuan(span.base()),
              yuan(span.dues().total())));
    }
    return notes;
  }

  List<String> warnings() {
    return pending.map(LimitsNotices::ofEmployer).stream().toList();
  }
}
