package basedecl.desk.declare;

import basedecl.money.Money;
import basedecl.report.ReportTexts;
import java.util.Optional;

/** A figure as a page shows it. */
public record Figures(String text) {

  public static Figures of(long count) {
    return new Figures(ReportTexts.count(count));
  }

  public static Figures of(Money money) {
    return new Figures(ReportTexts.yuan(money));
  }

  public static Figures of(Optional<Money> money) {
    return new Figures(money.map(ReportTexts::yuan).orElse("—"));
  }

  @Override
  public String toString() {
    return text;
  }
}
