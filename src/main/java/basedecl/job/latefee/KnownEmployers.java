package basedecl.job.latefee;

import basedecl.declaration.Employer;
import basedecl.job.run.RunContext;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.RosterLedger;
import basedecl.ledger.year.YearLedger;
import basedecl.policy.EmployerGroup;
import basedecl.policy.Following;
import basedecl.policy.Population;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The employers a payment may come from: those that declared for the year, and those on the roster
 * handed over last. Of a kind of insurance that is for some employers only, those on the roster
 * that it is for.
 */
record KnownEmployers(Map<String, DeclarationRecord> declarations, Map<String, Employer> roster) {

  static KnownEmployers of(RunContext context, YearLedger year, RosterLedger roster) {
    Map<String, DeclarationRecord> declarations = new LinkedHashMap<>();
    year.current(context.policy().declaredUnder(), context.year(), Population.EMPLOYEES)
        .forEach(declaration -> declarations.put(declaration.employerCode(), declaration));
    Map<String, Employer> employers = new LinkedHashMap<>();
    roster.all().forEach(employer -> employers.put(employer.code(), employer));
    Optional<EmployerGroup> group = context.policy().following().flatMap(Following::onlyEmployers);
    if (group.isPresent()) {
      employers.values().removeIf(employer -> !employer.isOf(group.get()));
      declarations.keySet().retainAll(employers.keySet());
    }
    return new KnownEmployers(declarations, employers);
  }

  boolean knows(String code) {
    return declarations.containsKey(code) || roster.containsKey(code);
  }

  List<Employer> notDeclared() {
    return roster.values().stream()
        .filter(employer -> !declarations.containsKey(employer.code()))
        .toList();
  }

  String name(String code) {
    return Optional.ofNullable(declarations.get(code))
        .map(DeclarationRecord::employerName)
        .or(() -> Optional.ofNullable(roster.get(code)).map(Employer::name))
        .orElse("");
  }

  String agency(String code) {
    return Optional.ofNullable(declarations.get(code))
        .map(DeclarationRecord::agency)
        .or(() -> Optional.ofNullable(roster.get(code)).map(Employer::agency))
        .orElse("");
  }
}
