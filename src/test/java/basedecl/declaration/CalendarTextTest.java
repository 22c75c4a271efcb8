package basedecl.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTextTest {

  @ParameterizedTest
  @CsvSource({
    "2024-01, 2024-01",
    "202401, 2024-01",
    "2024年1月, 2024-01",
    "2024/1, 2024-01",
    "２０２４－０１, 2024-01",
    "2024-01-25, 2024-01",
    "2024-13, ",
    "2024-00, ",
    "24-01, ",
    "20241, "
  })
  void monthsAreReadAsPeopleWriteThem(String text, YearMonth month) {
    assertThat(CalendarText.month(new CellValue.Text(text))).isEqualTo(Optional.ofNullable(month));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-25, 2024-01-25",
    "20240125, 2024-01-25",
    "2024年1月5日, 2024-01-05",
    "2024/1/5 10:30, 2024-01-05",
    "2023-02-29, ",
    "2024-01, "
  })
  void daysAreReadAsPeopleWriteThem(String text, LocalDate day) {
    assertThat(CalendarText.day(new CellValue.Text(text))).isEqualTo(Optional.ofNullable(day));
  }
}
