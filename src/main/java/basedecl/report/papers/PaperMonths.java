package basedecl.report.papers;

import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.assessment.MonthSpan;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What the papers of a declaration say of the year's months where these differ: which month their
 * figures are of, and bases and dues of every span of months.
 *
 * @param stated the month that the declaration was assessed with
 * @param spans none for retirees
 */
public record PaperMonths(YearMonth stated, List<MonthSpan> spans) {

  public PaperMonths {
    spans = List.copyOf(spans);
  }

  /** Nothing where every month is the same. */
  List<String> notes() {
    if (spans.size() < 2) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    notes.add(say("paper.months", stated.toString()));
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
}
