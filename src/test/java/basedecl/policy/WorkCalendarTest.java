package basedecl.policy;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.policyfile.PolicyFiles;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

  private final WorkCalendar calendar = PolicyFiles.load(Optional.empty()).national().calendar();

  @ParameterizedTest
  @CsvSource({
    "2022-12-08, 1, 2022-12-09",
    "2022-12-09, 1, 2022-12-12",
    "2022-12-09, 2, 2022-12-13",
    "2022-12-30, 1, 2023-01-03",
    "2022-09-30, 1, 2022-10-08",
    "2022-09-30, 2, 2022-10-09",
    "2024-02-09, 1, 2024-02-18",
    "2024-02-09, 2, 2024-02-19",
    "2030-10-01, 1, 2030-10-02"
  })
  void holidaysAndWeekendsDoNotCountAndWorkedWeekendsDo(
      LocalDate paid, int days, LocalDate reached) {
    assertThat(calendar.workingDaysAfter(paid, days)).isEqualTo(reached);
  }
}
