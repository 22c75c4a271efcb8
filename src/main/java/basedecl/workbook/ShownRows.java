package basedecl.workbook;

import basedecl.money.Money;
import basedecl.workbook.TableColumn.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows as texts, each cell in the form in which a spreadsheet shows it. */
public final class ShownRows implements RowCells {

  private final TableSheet sheet;
  private final List<List<String>> rows = new ArrayList<>();

  public ShownRows(TableSheet sheet) {
    this.sheet = sheet;
  }

  /**
   * A table to be shown.
   *
   * @param rows a text for each column
   */
  public record Shown(TableSheet sheet, List<List<String>> rows) {

    public Shown {
      rows = List.copyOf(rows);
    }
  }

  /** What was added. */
  public Shown shown() {
    return new Shown(sheet, rows.stream().map(List::copyOf).toList());
  }

  @Override
  public ShownRows row(boolean highlight) {
    rows.add(new ArrayList<>());
    return this;
  }

  @Override
  public ShownRows text(String text) {
    last().add(text);
    return this;
  }

  @Override
  public ShownRows money(Money money) {
    return text(format("#,##0.00", money.amount()));
  }

  @Override
  public ShownRows money(Optional<Money> money) {
    return money.isPresent() ? money(money.get()) : blank();
  }

  @Override
  public ShownRows number(long number) {
    boolean serial = sheet.columns().get(last().size()).kind() == Kind.SERIAL;
    return text(format(serial ? "0" : "#,##0", BigDecimal.valueOf(number)));
  }

  @Override
  public ShownRows fraction(BigDecimal fraction) {
    return text(format("0.00%", fraction));
  }

  @Override
  public ShownRows date(LocalDate date) {
    return text(date.toString());
  }

  @Override
  public ShownRows blank() {
    return text("");
  }

  private List<String> last() {
    return rows.get(rows.size() - 1);
  }

  private static String format(String pattern, BigDecimal value) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
