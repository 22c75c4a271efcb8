package basedecl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cell.CellValue;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.FindingText;
import basedecl.finding.SourceCell;
import basedecl.message.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentCheckTest {

  private static final PaymentCheck CHECK =
      new PaymentCheck(2024, LocalDate.of(2024, 4, 10), "0370000001"::equals);

  @Test
  void aWholeLineBecomesAPayment() {
    PaymentReading reading = check("0370000001", "202401", "2023-12-30", "5,000.00元", "A-1");
    assertThat(reading)
        .isEqualTo(
            new PaymentReading.Read(
                new EmployerPayment(
                    "0370000001",
                    YearMonth.of(2024, 1),
                    LocalDate.of(2023, 12, 30),
                    basedecl.money.Money.of(5000),
                    Optional.of("A-1"))));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2024-01, 2024-01-25, 100, EMPLOYER_MISSING, 单位编号",
    "999, 2024-01, 2024-01-25, 100, EMPLOYER_UNKNOWN, 名册",
    "0370000001, '', 2024-01-25, 100, PERIOD_INVALID, 没有填写",
    "0370000001, 2024-13, 2024-01-25, 100, PERIOD_INVALID, 不是月份",
    "0370000001, 2023-12, 2024-01-25, 100, PERIOD_INVALID, 不属于 2024 年度",
    "0370000001, 2024-01, 2024-02-30, 100, DATE_INVALID, 不是日期",
    "0370000001, 2024-01, '', 100, DATE_INVALID, 没有填写",
    "0370000001, 2024-01, 2024-04-11, 100, PAYMENT_AHEAD, 晚于业务日期 2024-04-10",
    "0370000001, 2024-01, 2022-12-31, 100, DATE_INVALID, 一年以上",
    "0370000001, 2024-01, 2024-01-25, '', AMOUNT_INVALID, 没有填写",
    "0370000001, 2024-01, 2024-01-25, 一百, AMOUNT_INVALID, 不是金额",
    "0370000001, 2024-01, 2024-01-25, 0, AMOUNT_INVALID, 金额为0",
    "0370000001, 2024-01, 2024-01-25, -1.005, AMOUNT_INVALID, 两位小数",
    "0370000001, 2024-01, 2024-01-25, -1000000000, AMOUNT_INVALID, 十亿",
    "0370000001, 2024-01, 2024-01-25, 1.005, AMOUNT_INVALID, 两位小数",
    "0370000001, 2024-01, 2024-01-25, 1000000000, AMOUNT_INVALID, 十亿"
  })
  void aLineThatCannotBeUsedIsRefusedWithItsCode(
      String employer, String period, String day, String amount, FindingCode code, String words) {
    assertThat(findings(check(employer, period, day, amount, "")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(code);
              assertThat(FindingText.sentence(finding, Language.ZH)).contains(words);
            });
  }

  @Test
  void anAmountBelowZeroIsAReversal() {
    assertThat(check("0370000001", "202401", "2024-01-30", "-5,000.00元", "A-1"))
        .isInstanceOfSatisfying(
            PaymentReading.Read.class,
            read -> {
              assertThat(read.payment().amount()).isEqualTo(basedecl.money.Money.of(-5000));
              assertThat(read.payment().movement().isReversal()).isTrue();
            });
  }

  @Test
  void everyFaultOfALineIsToldInTheOrderOfItsColumns() {
    assertThat(findings(check("", "x", "x", "x", "")).stream().map(Finding::code))
        .containsExactly(
            FindingCode.EMPLOYER_MISSING,
            FindingCode.PERIOD_INVALID,
            FindingCode.DATE_INVALID,
            FindingCode.AMOUNT_INVALID);
  }

  @Test
  void aPaymentOnTheBusinessDateAndOneAYearInAdvanceAreTaken() {
    assertThat(check("0370000001", "2024-01", "2024-04-10", "1", ""))
        .isInstanceOf(PaymentReading.Read.class);
    assertThat(check("0370000001", "2024-01", "2023-01-01", "1", ""))
        .isInstanceOf(PaymentReading.Read.class);
  }

  @Test
  void aSerialNumberThatANumericCellCutOffIsRefused() {
    Map<PaymentField, CellValue> cells = cells("0370000001", "2024-01", "2024-01-25", "1", "");
    cells.put(
        PaymentField.SERIAL, new CellValue.Numeric(new BigDecimal("370700202401000000"), 0, true));
    assertThat(findings(check(cells)).stream().map(Finding::code))
        .containsExactly(FindingCode.SERIAL_INVALID);
    assertThat(findings(check("0370000001", "2024-01", "2024-01-25", "1", "3.7E+17")))
        .extracting(Finding::code)
        .containsExactly(FindingCode.SERIAL_INVALID);
  }

  @Test
  void errorsAndUncalculatedFormulasAreToldWhereTheyStand() {
    Map<PaymentField, CellValue> cells = cells("0370000001", "2024-01", "2024-01-25", "1", "");
    cells.put(PaymentField.AMOUNT, new CellValue.NotCalculated());
    cells.put(PaymentField.PERIOD, new CellValue.ErrorValue("#REF!"));
    assertThat(findings(check(cells)).stream().map(Finding::code))
        .containsExactly(FindingCode.CELL_ERROR, FindingCode.FORMULA_NOT_CALCULATED);
  }

  private static PaymentReading check(String... texts) {
    return check(cells(texts));
  }

  private static PaymentReading check(Map<PaymentField, CellValue> cells) {
    return CHECK.check(
        field -> cells.getOrDefault(field, CellValue.Blank.BLANK),
        field -> new SourceCell("表", 5, field.ordinal()));
  }

  private static Map<PaymentField, CellValue> cells(String... texts) {
    List<PaymentField> fields =
        List.of(
            PaymentField.EMPLOYER_CODE,
            PaymentField.PERIOD,
            PaymentField.PAID_ON,
            PaymentField.AMOUNT,
            PaymentField.SERIAL);
    Map<PaymentField, CellValue> cells = new EnumMap<>(PaymentField.class);
    for (int i = 0; i < texts.length; i++) {
      cells.put(
          fields.get(i), texts[i].isEmpty() ? CellValue.Blank.BLANK : new CellValue.Text(texts[i]));
    }
    return cells;
  }

  private static List<Finding> findings(PaymentReading reading) {
    return reading instanceof PaymentReading.Refused refused ? refused.findings() : List.of();
  }
}
