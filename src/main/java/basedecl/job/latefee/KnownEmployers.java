package basedecl.job.latefee;

import basedecl.declaration.Employer;
import basedecl.declaration.Population;
import basedecl.job.support.Night;
import basedecl.ledger.DeclarationRecord;
import basedecl.ledger.RosterLedger;
import basedecl.ledger.YearLedger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The employers a payment may come from: those that declared for the year, and those on the roster
 * handed over last.
 */
record KnownEmployers(Map<String, DeclarationRecord> declarations, Map<String, Employer> roster) {

  static KnownEmployers of(Night night, YearLedger year, RosterLedger roster) {
    Map<String, DeclarationRecord> declarations = new LinkedHashMap<>();
    year.current(night.policy().name(), night.year(), Population.EMPLOYEES)
        .forEach(declaration -> declarations.put(declaration.employerCode(), declaration));
    Map<String, Employer> employers = new LinkedHashMap<>();
    roster.all().forEach(employer -> employers.put(employer.code(), employer));
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
