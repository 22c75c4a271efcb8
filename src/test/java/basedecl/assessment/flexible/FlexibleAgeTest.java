package basedecl.assessment.flexible;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.person.Birth;
import basedecl.person.IdNumber;
import basedecl.policy.PolicyBook;
import basedecl.policyfile.PolicyFiles;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlexibleAgeTest {

  private final PolicyBook shelf = PolicyFiles.load(Optional.empty());
  private final FlexibleAge age =
      new FlexibleAge(shelf.require("weifang-flexible-pension"), shelf.national());

  @ParameterizedTest
  @CsvSource({
    "1965-01-15, true, 2025-01, true",
    "1965-01-15, true, 2025-02, false",
    "1962-07-18, true, 2022-06, true",
    "1962-07-18, true, 2022-07, false",
    "1967-03-01, false, 2022-02, true",
    "1967-03-01, false, 2022-03, false",
    "1971-04-30, false, 2026-07, true",
    "1971-04-30, false, 2026-08, false",
    "2006-01-31, true, 2022-01, true",
    "2006-02-01, true, 2022-01, false"
  })
  void theMonthLiesFromTheMinimumAgeToBeforeTheRetirementAge(
      LocalDate birth, boolean male, YearMonth month, boolean eligible) {
    assertThat(age.in(month, new Birth(birth, male)) instanceof FlexibleAge.Verdict.Eligible)
        .isEqualTo(eligible);
  }

  @Test
  void birthAndSexAreReadFromTheNumber() {
    assertThat(Birth.of(new IdNumber("370702199001010012")))
        .contains(new Birth(LocalDate.of(1990, 1, 1), true));
    assertThat(Birth.of(new IdNumber("11010519491231002X")))
        .contains(new Birth(LocalDate.of(1949, 12, 31), false));
    assertThat(Birth.of(new IdNumber("E12345678"))).isEmpty();
  }
}
