package basedecl.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 5);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-05",
        "2024-1-5",
        "2024/1/5",
        "2024.1.5",
        "2024年1月5日",
        "20240105",
        "２０２４－０１－０５",
        "2024-01-05 09:30:00",
        " 2024-01-05 "
      })
  void aDayIsReadHoweverItIsWritten(String text) {
    assertThat(DayText.of(new CellValue.Text(text))).contains(DAY);
  }

  @Test
  void aDateCellAndANumberOfEightDigitsAreDaysToo() {
    assertThat(DayText.of(new CellValue.Date(DAY, new BigDecimal("45296")))).contains(DAY);
    assertThat(DayText.of(new CellValue.Numeric(new BigDecimal("20240105"), 0, false)))
        .contains(DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-30", "2023-02-29", "20241301", "1/5/2024", "2024-01", "昨天", ""})
  void whatIsNoDayIsNotGuessed(String text) {
    assertThat(DayText.of(new CellValue.Text(text))).isEmpty();
  }
}
