package basedecl.desk.submission;

import basedecl.audit.YearRules;
import basedecl.declaration.Employer;
import basedecl.declaration.Roster;
import basedecl.job.intake.IntakeRules;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.spreadsheet.SpreadsheetFiles;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a declaration is checked by on one day: the same as a run of that day goes by.
 *
 * @param figures those of staff in service; retirees have neither limits nor dues
 */
public record Rules(
    Policy policy,
    int year,
    LocalDate businessDate,
    Optional<Roster> roster,
    YearRules figures,
    IntakeRules employees,
    IntakeRules retirees,
    SpreadsheetFiles files) {

  public IntakeRules of(Population population) {
    return population == Population.RETIREES ? retirees : employees;
  }

  /** An employer as the roster knows it; empty where it is not on it, or there is none. */
  public Optional<Employer> employer(String code) {
    return roster.flatMap(known -> known.find(code));
  }

  /** Whether an employer had come to its end by the day. */
  public boolean isNoMore(String code) {
    return employees.ended().containsKey(code);
  }

  /** Its name; its code where no name is known. */
  public String nameOf(String employerCode) {
    return employer(employerCode).map(Employer::name).orElse(employerCode);
  }

  /** Whether an employer may declare retirees; one of whom nothing is known may not. */
  public boolean declaresRetirees(String employerCode) {
    return employer(employerCode).filter(Employer::mustDeclareRetirees).isPresent();
  }
}
