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

  @ParameterizedTest
  @CsvSource({
    "2024-02-25, 2024-02-26",
    "2024-02-26, 2024-02-26",
    "2024-02-18, 2024-02-18",
    "2024-04-28, 2024-04-28",
    "2025-01-25, 2025-01-26",
    "2023-09-29, 2023-10-07",
    "2022-12-31, 2023-01-03",
    "2026-02-14, 2026-02-14",
    "2026-02-15, 2026-02-24",
    "2021-09-26, 2021-09-26"
  })
  void aRestDayGivesWayToTheNextDayThatIsWorked(LocalDate day, LocalDate worked) {
    assertThat(calendar.workingDayFrom(day)).isEqualTo(worked);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-12-31, false",
    "2021-01-01, true",
    "2022-06-01, true",
    "2023-06-01, true",
    "2024-06-01, true",
    "2025-06-01, true",
    "2026-12-31, true",
    "2027-01-01, false"
  })
  void theYearsOfTheShippedPoliciesAreKnown(LocalDate day, boolean known) {
    assertThat(calendar.knows(day)).isEqualTo(known);
  }
}
