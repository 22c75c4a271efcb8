package basedecl.declaration.row;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cell.AmountReading;
import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.FindingCode;
import basedecl.person.IdNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a row's own judgement lets pass is what the validator lets pass. */
class DeclaredRowTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 1, 25);

  private static final List<CellValue> NAMES =
      List.of(
          CellValue.Blank.BLANK,
          new CellValue.Text("赵一"),
          new CellValue.Text("\uD840\uDC00"),
          new CellValue.Text("1234"),
          new CellValue.Text("·"),
          new CellValue.Text("A".repeat(100)),
          new CellValue.Text("A".repeat(101)),
          new CellValue.Text("\uD840\uDC00".repeat(100)),
          new CellValue.Text("\u200B"),
          new CellValue.Numeric(BigDecimal.TEN, 0, false),
          new CellValue.ErrorValue("#REF!"),
          new CellValue.NotCalculated());

  private static final List<CellValue> NUMBERS =
      List.of(
          CellValue.Blank.BLANK,
          new CellValue.Text("110101199003070038"),
          new CellValue.Text("110101199003071239"),
          new CellValue.Text("1101011990"),
          new CellValue.NotCalculated());

  private static final List<CellValue> WAGES =
      List.of(
          CellValue.Blank.BLANK,
          amount("0"),
          amount("-1"),
          amount("0.01"),
          amount("0.001"),
          amount("5000.100"),
          amount("999999.99"),
          amount("1000000"),
          amount("1E+2"),
          new CellValue.Text("五千"),
          new CellValue.ErrorValue("#N/A"));

  private static CellValue amount(String text) {
    return new CellValue.Numeric(new BigDecimal(text), 0, false);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aRowIsFlawlessWhereNoConstraintIsBroken(int seed) {
    Random random = new Random(seed);
    int flawless = 0;
    for (int i = 0; i < 5_000; i++) {
      CellValue wage = any(WAGES, random);
      DeclaredRow row =
          new DeclaredRow(
              any(NAMES, random),
              IdNumber.read(CellValue.Blank.BLANK, any(NUMBERS, random), TODAY),
              AmountReading.of(wage, Field.WAGE) instanceof AmountReading.Exact exact
                  ? random.nextBoolean()
                      ? new WageReading.Monthly(Field.WAGE, exact.value())
                      : new WageReading.Yearly(
                          Field.YEAR_TOTAL, exact.value(), 1 + random.nextInt(12))
                  : new WageReading.Refused(
                      List.of(RowFault.of(Field.WAGE, FindingCode.WAGE_MISSING))));
      boolean passes = row.isFlawless();
      assertThat(passes).as("%s", row).isEqualTo(ConstraintRowCheck.violations(row).isEmpty());
      flawless += passes ? 1 : 0;
    }
    assertThat(flawless).isBetween(20, 4_000);
  }

  private static CellValue any(List<CellValue> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
