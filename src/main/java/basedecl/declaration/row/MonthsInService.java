package basedecl.declaration.row;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The months in which a person counts with an employer: all of them, unless something says from or
 * until when. Spans in order, which do not touch each other.
 */
public record MonthsInService(List<Span> spans) {

  /** From a month to a month, both inclusive. */
  public record Span(YearMonth from, YearMonth to) {

    private String title() {
      return from.equals(to) ? from.toString() : from + "—" + to;
    }
  }

  /** Whoever neither joined nor left. */
  public static final MonthsInService ALWAYS =
      new MonthsInService(List.of(new Span(YearMonth.of(0, 1), YearMonth.of(9999, 12))));

  /** Someone who counts in no month, having left before the first. */
  public static final MonthsInService NEVER = new MonthsInService(List.of());

  public MonthsInService {
    spans = List.copyOf(spans);
  }

  public boolean isAlways() {
    return spans.equals(ALWAYS.spans);
  }

  public boolean contains(YearMonth month) {
    for (Span span : spans) {
      if (!month.isBefore(span.from) && !month.isAfter(span.to)) {
        return true;
      }
    }
    return false;
  }

  /** Whether some month from this one on counts. */
  public boolean goOnAt(YearMonth month) {
    return spans.stream().anyMatch(span -> !span.to.isBefore(month));
  }

  /** The same without any month from this one on: 停缴月份 is the first that counts no longer. */
  public MonthsInService endingBefore(YearMonth month) {
    List<Span> kept = new ArrayList<>();
    for (Span span : spans) {
      if (span.from.isBefore(month)) {
        kept.add(span.to.isBefore(month) ? span : new Span(span.from, month.minusMonths(1)));
      }
    }
    return new MonthsInService(kept);
  }

  /** The same with every month from this one (起缴月份) on. */
  public MonthsInService startingAgain(YearMonth month) {
    List<Span> kept = new ArrayList<>(endingBefore(month).spans);
    YearMonth from = month;
    int last = kept.size() - 1;
    if (last >= 0 && kept.get(last).to.plusMonths(1).equals(month)) {
      from = kept.remove(last).from;
    }
    kept.add(new Span(from, YearMonth.of(9999, 12)));
    return new MonthsInService(kept);
  }

  /** Those of one year. */
  public MonthsInService within(int year) {
    YearMonth january = YearMonth.of(year, 1);
    YearMonth december = YearMonth.of(year, 12);
    List<Span> kept = new ArrayList<>();
    for (Span span : spans) {
      YearMonth from = span.from.isBefore(january) ? january : span.from;
      YearMonth to = span.to.isAfter(december) ? december : span.to;
      if (!from.isAfter(to)) {
        kept.add(new Span(from, to));
      }
    }
    return new MonthsInService(kept);
  }

  /** As {@code 2024-01—2024-04、2024-07}; {@code ""} where no month counts. */
  public String title() {
    return spans.stream().map(Span::title).collect(Collectors.joining("、"));
  }
}
