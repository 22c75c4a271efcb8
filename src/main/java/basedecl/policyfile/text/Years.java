package basedecl.policyfile.text;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which dated values have a say in a year; all of them where no year is named. */
record Years(Optional<Integer> year) {

  static Years of(Optional<Integer> year) {
    return new Years(year);
  }

  /** Values that begin in the year, and the last one before it where January still has it. */
  <T> List<T> of(List<T> values, Function<T, YearMonth> from) {
    if (year.isEmpty()) {
      return values;
    }
    YearMonth january = YearMonth.of(year.get(), 1);
    Optional<YearMonth> standing =
        values.stream().map(from).filter(f -> !f.isAfter(january)).max(Comparator.naturalOrder());
    return values.stream()
        .filter(v -> from.apply(v).getYear() <= year.get())
        .filter(v -> standing.map(s -> !from.apply(v).isBefore(s)).orElse(true))
        .toList();
  }

  /** Values of a month of the year. */
  <T> List<T> exactly(List<T> values, Function<T, YearMonth> month) {
    return values.stream()
        .filter(v -> year.map(y -> month.apply(v).getYear() == y).orElse(true))
        .toList();
  }
}
