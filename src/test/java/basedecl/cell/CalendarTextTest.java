package basedecl.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {

  private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02",
        "202402",
        "2024-2",
        "2024/02",
        "2024.02",
        "2024年2月",
        "2024年02月份",
        "2024.2月",
        "２０２４年２月",
        "２０２４－０２",
        "2024 年 2 月",
        "2024-02-15",
        "20240215",
        "2024年2月15日",
        "'202402"
      })
  void aMonthIsReadInEveryFormPeopleUse(String text) {
    assertThat(CalendarText.month(new CellValue.Text(text))).contains(YearMonth.of(2024, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024",
        "20241",
        "2024-13",
        "2024-00",
        "2024.2",
        "二月",
        "202402-202404",
        "45323",
        "24-02",
        "0024-02",
        ""
      })
  void whatMayBeAnotherMonthIsRefused(String text) {
    assertThat(CalendarText.month(new CellValue.Text(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29",
        " 2024-2-29 ",
        "2024/2/29",
        "2024.2.29",
        "20240229",
        "2024年2月29日",
        "2024年2月29号",
        "2024 年 2 月 29 日",
        "2024-02-29 10:30:00",
        "2024-02-29T10:30",
        "2024-02-29T10:30:00+08:00",
        "2024/2/29 下午 3:30",
        "20240229 10:30",
        "２０２４－０２－２９",
        "２０２４－０２－２９　１０：３０",
        "'2024-02-29"
      })
  void aDayIsReadInEveryFormPeopleUse(String text) {
    assertThat(CalendarText.day(new CellValue.Text(text))).contains(DAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29",
        "2024-04-31",
        "20241301",
        "29.02.2024",
        "1/5/2024",
        "昨天",
        "2024-02",
        "2024-02-29 2024-03-01",
        "10:30",
        "45351",
        ""
      })
  void whatIsNoDayIsNotGuessed(String text) {
    assertThat(CalendarText.day(new CellValue.Text(text))).isEmpty();
  }

  @Test
  void dateCellsAndNumbersAreReadToo() {
    CellValue date = new CellValue.Date(DAY, new BigDecimal("45351"));
    assertThat(CalendarText.day(date)).contains(DAY);
    assertThat(CalendarText.month(date)).contains(YearMonth.of(2024, 2));
    assertThat(CalendarText.day(new CellValue.Numeric(new BigDecimal("20240229"), 0, false)))
        .contains(DAY);
    assertThat(CalendarText.month(new CellValue.Numeric(new BigDecimal("202402"), 0, false)))
        .contains(YearMonth.of(2024, 2));
    assertThat(CalendarText.month(new CellValue.Numeric(new BigDecimal("2024.1"), 2, false)))
        .isEmpty();
  }
}
