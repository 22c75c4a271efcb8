package basedecl.report.yearend;

import basedecl.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a year hands over.
 *
 * @param onRoster every employer of the roster, in order of the codes
 * @param others employers that declared and are not on the roster; where no roster is known they
 *     all stand in {@code onRoster}
 * @param provisional whether it is drawn up before December is due
 */
public record YearEnd(List<YearEndLine> onRoster, List<YearEndLine> others, boolean provisional) {

  public YearEnd {
    onRoster = List.copyOf(onRoster);
    others = List.copyOf(others);
  }

  /** Those of the roster that declared nothing. */
  public List<YearEndLine> notDeclared() {
    return onRoster.stream().filter(line -> line.source().isSilent()).toList();
  }

  public long count(YearEndLine.Source source) {
    return onRoster.stream().filter(line -> line.source() == source).count();
  }

  public long persons() {
    return onRoster.stream().mapToLong(line -> line.persons().orElse(0L)).sum();
  }

  public Money bases() {
    return sum(YearEndLine::bases);
  }

  public Money due() {
    return sum(YearEndLine::due);
  }

  public Money arrears() {
    return sum(YearEndLine::arrears);
  }

  /** What stands in the next roster as 上月缴费额. */
  public Money carried() {
    return sum(line -> line.next().lastMonthAmount());
  }

  private Money sum(Function<YearEndLine, Optional<Money>> figure) {
    return onRoster.stream()
        .flatMap(line -> figure.apply(line).stream())
        .reduce(Money.ZERO, Money::plus);
  }
}
