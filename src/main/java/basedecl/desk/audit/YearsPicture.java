package basedecl.desk.audit;

import basedecl.audit.signal.LowerLimitShare;
import basedecl.desk.declare.Figures;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.money.Money;
import basedecl.money.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Years side by side: the share at the lower limit as bars, and a table with all of it. Measures
 * are in units of the picture.
 *
 * @param limit where the threshold's line lies; empty where the policy has no threshold
 */
record YearsPicture(
    int width, int height, int ground, Optional<Integer> limit, List<Bar> bars, List<Line> lines) {

  private static final int HEIGHT = 180;
  private static final int TOP = 20;
  private static final int GROUND = 150;
  private static final int STEP = 90;
  private static final int BAR = 50;

  /** A year's bar; {@code middle} is where its words stand. */
  record Bar(int x, int y, int width, int height, int middle, String year, String share) {}

  /** A year. */
  record Line(
      int year,
      String version,
      String persons,
      String atLower,
      String share,
      String average,
      String baseTotal,
      String signals) {}

  /**
   * @param years each year's declaration in force, the oldest first
   * @param signals how many the year's last audit found
   */
  static YearsPicture of(
      List<DeclarationRecord> years, Map<Integer, Integer> signals, Optional<BigDecimal> moreThan) {
    List<Bar> bars = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (DeclarationRecord year : years) {
      BigDecimal share = new LowerLimitShare(year.atLower(), year.persons()).fraction();
      int x = 40 + bars.size() * STEP;
      int y = at(share);
      bars.add(
          new Bar(
              x,
              y,
              BAR,
              GROUND - y,
              x + BAR / 2,
              Integer.toString(year.year()),
              Percent.rounded(share)));
      lines.add(
          new Line(
              year.year(),
              Integer.toString(year.version()),
              Figures.of(year.persons()).text(),
              Figures.of(year.atLower()).text(),
              Percent.rounded(share),
              Figures.of(average(year)).text(),
              Figures.of(year.baseTotal()).text(),
              Optional.ofNullable(signals.get(year.year())).map(Object::toString).orElse("—")));
    }
    return new YearsPicture(
        60 + years.size() * STEP, HEIGHT, GROUND, moreThan.map(YearsPicture::at), bars, lines);
  }

  private static int at(BigDecimal share) {
    return GROUND - share.multiply(BigDecimal.valueOf(GROUND - TOP)).intValue();
  }

  private static Optional<Money> average(DeclarationRecord year) {
    return year.persons() == 0
        ? Optional.empty()
        : Optional.of(
            new Money(
                year.baseTotal()
                    .amount()
                    .divide(BigDecimal.valueOf(year.persons()), 2, RoundingMode.HALF_UP)));
  }
}
