package basedecl.job.audit;

import basedecl.audit.signal.EmployerFigures.LastYear;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.YearInMonth;
import basedecl.policy.Policy;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The ledger's own last year, by employer: the version in force of the same policy, with the bases
 * and the people of its December.
 */
public record OwnLastYear(Map<String, LastYear> employers) {

  public OwnLastYear {
    employers = Map.copyOf(employers);
  }

  /**
   * @param year the year that is compared with the one before it
   */
  public static OwnLastYear of(JdbcTemplate template, Policy policy, int year) {
    Map<String, LastYear> employers = new HashMap<>();
    for (DeclarationRecord last :
        new YearInMonth(template, policy, YearMonth.of(year - 1, 12)).current()) {
      employers.put(
          last.employerCode(),
          new LastYear(last.baseTotal(), Optional.of(last.persons()), LastYear.Source.LEDGER));
    }
    return new OwnLastYear(employers);
  }
}
