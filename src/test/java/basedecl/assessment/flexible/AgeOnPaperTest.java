package basedecl.assessment.flexible;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.person.IdNumber;
import basedecl.policyfile.PolicyFiles;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeOnPaperTest {

  private static AgeOnPaper on(String day) {
    return new AgeOnPaper(PolicyFiles.load(Optional.empty()).national(), LocalDate.parse(day));
  }

  /** A man born on 1965-01-15 retires a month later by the reform; a woman by her track of 55. */
  @ParameterizedTest
  @CsvSource({
    "370702196501150016, 2025-02-14, ''",
    "370702196501150016, 2025-02-15, 2025-02",
    "370702196401150017, 2024-01-14, ''",
    "370702196401150017, 2024-01-15, 2024-01",
    "370702196901150023, 2024-01-14, ''",
    "370702196901150023, 2024-01-15, 2024-01",
    "E12345678, 2024-01-15, ''"
  })
  void pastTheAgeIsWhoSurelyIs(String number, String day, String since) {
    assertThat(on(day).pastSince(new IdNumber(number)).map(YearMonth::toString).orElse(""))
        .isEqualTo(since);
  }

  /** A woman may retire at 50: only under that age is she surely under it. */
  @ParameterizedTest
  @CsvSource({
    "370702196401150017, 2024-01-14, 2024-01",
    "370702196401150017, 2024-01-15, ''",
    "370702197401150021, 2024-01-14, 2024-01",
    "370702197401150021, 2024-01-15, ''",
    "E12345678, 2024-01-15, ''"
  })
  void underTheAgeIsWhoSurelyIs(String number, String day, String until) {
    assertThat(on(day).underUntil(new IdNumber(number)).map(YearMonth::toString).orElse(""))
        .isEqualTo(until);
  }
}
