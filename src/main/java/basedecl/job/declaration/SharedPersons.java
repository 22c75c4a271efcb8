package basedecl.job.declaration;

import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.finding.FindingCode;
import basedecl.finding.SourceCell;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.person.IdNumber;
import basedecl.person.PersonSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds people whom two employers declare for the year, while the year's people pass by once. The
 * warning goes to the later of the two declarations, where it is one of tonight's.
 */
final class SharedPersons {

  private static final int EVERYBODY = 0;

  private final List<DeclarationRecord> declarations;
  private final Map<Long, Integer> indexes = new HashMap<>();
  private final Set<Long> filesOfTonight;
  private final PersonSet seen = new PersonSet();
  private final Map<Long, List<Finding>> findings = new HashMap<>();
  private final Map<Long, FindingBounds> bounds = new HashMap<>();
  private final Map<Integer, Map<IdNumber, String>> seenEarlierDeclaredLater = new HashMap<>();

  SharedPersons(List<DeclarationRecord> declarations, Set<Long> filesOfTonight) {
    this.declarations = declarations;
    this.filesOfTonight = new HashSet<>(filesOfTonight);
    for (int i = 0; i < declarations.size(); i++) {
      indexes.put(declarations.get(i).id(), i);
    }
  }

  void add(DeclarationRecord declaration, PersonRecord person) {
    int index = indexes.getOrDefault(declaration.id(), -1);
    PersonSet.Place here = new PersonSet.Place(index, person.line());
    PersonSet.Place first = seen.firstSeen(EVERYBODY, person.idNumber(), here);
    if (first.sheet() == index) {
      return;
    }
    DeclarationRecord other = declarations.get(first.sheet());
    if (other.id() < declaration.id()) {
      warn(declaration, person, other.employerCode());
    } else {
      seenEarlierDeclaredLater
          .computeIfAbsent(first.sheet(), key -> new HashMap<>())
          .put(person.idNumber(), declaration.employerCode());
    }
  }

  /** Declarations that passed before their warning was known; their people must pass once more. */
  List<DeclarationRecord> toPassAgain() {
    return seenEarlierDeclaredLater.keySet().stream().sorted().map(declarations::get).toList();
  }

  void addAgain(DeclarationRecord declaration, PersonRecord person) {
    String other =
        seenEarlierDeclaredLater
            .getOrDefault(indexes.getOrDefault(declaration.id(), -1), Map.of())
            .get(person.idNumber());
    if (other != null) {
      warn(declaration, person, other);
    }
  }

  /** The warnings of tonight's files. */
  Map<Long, List<Finding>> findings() {
    Map<Long, List<Finding>> all = new HashMap<>();
    findings.forEach(
        (file, listed) -> {
          List<Finding> told = new ArrayList<>(listed);
          Optional.ofNullable(bounds.get(file)).ifPresent(b -> told.addAll(b.leftOut()));
          all.put(file, told);
        });
    return all;
  }

  private void warn(DeclarationRecord declaration, PersonRecord person, String otherEmployer) {
    long file = LedgerKeys.fileOf(declaration.id());
    if (filesOfTonight.contains(file)) {
      Finding finding =
          Finding.of(
              FindingCode.PERSON_IN_TWO_EMPLOYERS,
              declaration.employerCode(),
              SourceCell.row(person.sheet(), person.row()),
              otherEmployer);
      if (bounds.computeIfAbsent(file, key -> new FindingBounds()).admits(finding)) {
        findings.computeIfAbsent(file, key -> new ArrayList<>()).add(finding);
      }
    }
  }
}
