package basedecl.ledger.due;

import basedecl.assessment.collection.EmployerMonth;
import basedecl.assessment.latefee.EmployerDue;
import basedecl.declaration.Employer;
import basedecl.declaration.change.EmployerHistory;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.EmployerGroup;
import basedecl.policy.Following;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The employers that owe and that a payment may come from: those that declared for the year, and
 * those on the roster handed over last. Of a kind of insurance that is for some employers only,
 * those on the roster that it is for.
 *
 * @param lastYear what stood last year, where the policy lets it serve until an employer declares
 * @param history which of them came to their end, and when
 */
public record KnownEmployers(
    Map<String, DeclarationRecord> declarations,
    Map<String, Employer> roster,
    Map<String, DeclarationRecord> lastYear,
    EmployerHistory history) {

  public static KnownEmployers of(
      Policy policy, int contributionYear, YearLedger year, RosterLedger roster) {
    Map<String, Employer> employers = new LinkedHashMap<>();
    roster.all().forEach(employer -> employers.put(employer.code(), employer));
    Map<String, DeclarationRecord> declarations = current(policy, contributionYear, year);
    Optional<EmployerGroup> group = policy.following().flatMap(Following::onlyEmployers);
    if (group.isPresent()) {
      employers.values().removeIf(employer -> !employer.isOf(group.get()));
      declarations.keySet().retainAll(employers.keySet());
    }
    return new KnownEmployers(
        declarations,
        employers,
        LastYearDues.isAsked(policy, contributionYear)
            ? current(policy, contributionYear - 1, year)
            : Map.of(),
        roster.history());
  }

  static Map<String, DeclarationRecord> current(
      Policy policy, int contributionYear, YearLedger year) {
    Map<String, DeclarationRecord> declarations = new LinkedHashMap<>();
    year.current(policy.declaredUnder(), contributionYear, Population.EMPLOYEES)
        .forEach(declaration -> declarations.put(declaration.employerCode(), declaration));
    return declarations;
  }

  /** Whether an employer owes a month: it had not come to its end before. */
  boolean owes(EmployerDue due) {
    return history.owes(due.employerCode(), due.period());
  }

  /** Whether a month without a due so far will be imputed once its deadline has passed. */
  boolean willOwe(Policy policy, EmployerMonth month) {
    return policy.following().isEmpty()
        && roster.containsKey(month.employerCode())
        && history.owes(month.employerCode(), month.period());
  }

  public boolean knows(String code) {
    return declarations.containsKey(code) || roster.containsKey(code);
  }

  public List<Employer> notDeclared() {
    return roster.values().stream()
        .filter(employer -> !declarations.containsKey(employer.code()))
        .toList();
  }

  public String name(String code) {
    return Optional.ofNullable(declarations.get(code))
        .map(DeclarationRecord::employerName)
        .or(() -> Optional.ofNullable(roster.get(code)).map(Employer::name))
        .orElse("");
  }

  public String agency(String code) {
    return Optional.ofNullable(declarations.get(code))
        .map(DeclarationRecord::agency)
        .or(() -> Optional.ofNullable(roster.get(code)).map(Employer::agency))
        .orElse("");
  }

  /** The people of the declarations together. */
  public long persons() {
    return declarations.values().stream().mapToLong(DeclarationRecord::persons).sum();
  }
}
