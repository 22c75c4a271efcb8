package basedecl.job.intake;

import basedecl.assessment.flexible.AgeOnPaper;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.job.run.RunSummary;
import basedecl.ledger.database.LedgerKeys;
import basedecl.ledger.intake.StagingLedger;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonLine;
import basedecl.ledger.year.YearLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.person.PersonSet;
import basedecl.policy.Population;
import basedecl.report.declaration.SpecialPerson;
import basedecl.report.declaration.SpecialPersonSheet;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds people whom two employers declare for the year, who are declared as staff and as retirees,
 * or whose age does not go with the declaration, while the year's people pass by once: the retirees
 * first. Each of the declarations is told, whichever came first; a line that was passed already is
 * fetched by its key. Memory grows by some 40 bytes a person and with the people found, of whom
 * {@value #LISTED} of a kind are kept and the others counted.
 */
public final class SpecialPersons {

  private static final int LISTED = 20_000;
  private static final int OTHERS_NAMED = 5;
  private static final int RETIREES = 0;
  private static final int STAFF = 1;
  private static final int UNKNOWN = -1;

  private static final List<FindingCode> CODES =
      List.of(
          FindingCode.PERSON_IN_TWO_EMPLOYERS,
          FindingCode.PERSON_STAFF_AND_RETIREE,
          FindingCode.PERSON_PAST_RETIREMENT_AGE,
          FindingCode.RETIREE_BELOW_RETIREMENT_AGE);

  private final Population ofTheRun;
  private final List<DeclarationRecord> staff;
  private final List<DeclarationRecord> retirees;
  private final Map<Long, Integer> indexes = new HashMap<>();
  private long lastId = UNKNOWN;
  private int lastIndex = UNKNOWN;
  private final Set<Long> filesOfTonight;
  private final AgeOnPaper ages;
  private final PersonSet seen;
  private final Map<Passed, Counterpart> passed = new LinkedHashMap<>();
  private final List<SpecialPerson> found = new ArrayList<>();
  private final Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);
  private final Map<Long, List<Finding>> findingsOf = new HashMap<>();
  private final Map<Long, DeclarationRecord> toldOnes = new HashMap<>();

  /**
   * @param ofTheRun the population whose declarations the run takes: a run of retirees looks among
   *     the staff for its own people only
   * @param filesOfTonight whose senders are answered tonight
   */
  public SpecialPersons(
      Population ofTheRun,
      List<DeclarationRecord> staff,
      List<DeclarationRecord> retirees,
      Set<Long> filesOfTonight,
      AgeOnPaper ages) {
    this.ofTheRun = ofTheRun;
    this.staff = List.copyOf(staff);
    this.retirees = List.copyOf(retirees);
    this.filesOfTonight = Set.copyOf(filesOfTonight);
    this.ages = ages;
    this.seen = new PersonSet(awaited());
    index(this.staff);
    index(this.retirees);
  }

  /** A line that passed before its counterpart was known. */
  private record Passed(long line, FindingCode code) {}

  /** What is to be told of it. */
  private static final class Counterpart {
    private final Population population;
    private final DeclarationRecord declaration;
    private final Population elsewhere;
    private final Set<String> employers = new TreeSet<>();
    private boolean tonight;

    private Counterpart(
        Population population, DeclarationRecord declaration, Population elsewhere) {
      this.population = population;
      this.declaration = declaration;
      this.elsewhere = elsewhere;
    }
  }

  /**
   * A declaration of whose people something is to be told tonight, because it or the other one is
   * tonight's.
   *
   * @param findings what its employer was not told before
   */
  public record Told(DeclarationRecord declaration, List<Finding> findings) {}

  /** A run of retirees looks among the staff and notes none of them. */
  private long awaited() {
    long ofStaff = ofTheRun == Population.EMPLOYEES ? persons(staff) : 0;
    return ofStaff + persons(retirees);
  }

  private static long persons(List<DeclarationRecord> declarations) {
    return declarations.stream().mapToLong(DeclarationRecord::persons).sum();
  }

  private void index(List<DeclarationRecord> declarations) {
    for (int i = 0; i < declarations.size(); i++) {
      indexes.put(declarations.get(i).id(), i);
    }
  }

  /**
   * The next retiree; all of them pass before the staff. Who stands in a declaration that is not
   * looked at, because a newer one is on its way, is passed over.
   */
  public void retiree(DeclarationRecord declaration, PersonLine person) {
    if (indexOf(declaration) == UNKNOWN) {
      return;
    }
    PersonSet.Place first = firstSeen(RETIREES, declaration, person);
    if (isAnother(first, declaration)) {
      pair(
          Population.RETIREES,
          declaration,
          person,
          Population.RETIREES,
          retirees.get(first.sheet()),
          first.row());
    }
    ages.underUntil(person.idNumber())
        .ifPresent(
            month ->
                age(
                    Population.RETIREES,
                    declaration,
                    person,
                    FindingCode.RETIREE_BELOW_RETIREMENT_AGE,
                    month));
  }

  /** The next of the staff, likewise. */
  public void staff(DeclarationRecord declaration, PersonLine person) {
    if (indexOf(declaration) == UNKNOWN) {
      return;
    }
    Optional<PersonSet.Place> retired =
        retirees.isEmpty() ? Optional.empty() : seen.find(RETIREES, person.idNumber());
    if (retired.isPresent()) {
      pair(
          Population.EMPLOYEES,
          declaration,
          person,
          Population.RETIREES,
          retirees.get(retired.get().sheet()),
          retired.get().row());
    }
    if (ofTheRun != Population.EMPLOYEES) {
      return;
    }
    PersonSet.Place first = firstSeen(STAFF, declaration, person);
    if (isAnother(first, declaration)) {
      pair(
          Population.EMPLOYEES,
          declaration,
          person,
          Population.EMPLOYEES,
          staff.get(first.sheet()),
          first.row());
    }
    ages.pastSince(person.idNumber())
        .ifPresent(
            month ->
                age(
                    Population.EMPLOYEES,
                    declaration,
                    person,
                    FindingCode.PERSON_PAST_RETIREMENT_AGE,
                    month));
  }

  private PersonSet.Place firstSeen(int set, DeclarationRecord declaration, PersonLine person) {
    return seen.firstSeen(
        set, person.idNumber(), new PersonSet.Place(indexOf(declaration), person.line()));
  }

  /** People pass declaration by declaration: the last one is the next one's, nearly always. */
  private int indexOf(DeclarationRecord declaration) {
    if (declaration.id() != lastId) {
      lastId = declaration.id();
      lastIndex = indexes.getOrDefault(lastId, UNKNOWN);
    }
    return lastIndex;
  }

  private boolean isAnother(PersonSet.Place first, DeclarationRecord declaration) {
    return first.sheet() != indexOf(declaration);
  }

  private void pair(
      Population population,
      DeclarationRecord declaration,
      PersonLine person,
      Population elsewhere,
      DeclarationRecord other,
      int otherLine) {
    FindingCode code = twiceCode(population, elsewhere);
    if (isFull(code)) {
      counts.merge(code, 2, Integer::sum);
      return;
    }
    Finding finding =
        twice(population, declaration, person, elsewhere, List.of(other.employerCode()));
    keep(population, declaration, person, finding);
    if (isTonights(other) || isTonights(declaration)) {
      tellApart(declaration, finding);
    }
    Counterpart counterpart =
        passed.computeIfAbsent(
            new Passed(LedgerKeys.lineKey(other.id(), otherLine), code),
            line ->
                new Counterpart(/* population= */ elsewhere, other, /* elsewhere= */ population));
    if (counterpart.employers.size() < OTHERS_NAMED) {
      counterpart.employers.add(declaration.employerCode());
    }
    counterpart.tonight |= isTonights(declaration);
  }

  private static FindingCode twiceCode(Population population, Population elsewhere) {
    return population == elsewhere
        ? FindingCode.PERSON_IN_TWO_EMPLOYERS
        : FindingCode.PERSON_STAFF_AND_RETIREE;
  }

  /** Further ones are counted and not listed. */
  private boolean isFull(FindingCode code) {
    return counts.getOrDefault(code, 0) >= LISTED;
  }

  private static Finding twice(
      Population population,
      DeclarationRecord declaration,
      PersonLine person,
      Population elsewhere,
      Iterable<String> others) {
    SourceCell place = SourceCell.row(person.sheet(), person.row());
    String named = String.join("、", others);
    if (population == elsewhere) {
      return Finding.of(
          FindingCode.PERSON_IN_TWO_EMPLOYERS, declaration.employerCode(), place, named);
    }
    return Finding.of(
        FindingCode.PERSON_STAFF_AND_RETIREE,
        declaration.employerCode(),
        place,
        elsewhere == Population.RETIREES ? Reason.DECLARED_AS_RETIREE : Reason.DECLARED_AS_STAFF,
        named);
  }

  private void age(
      Population population,
      DeclarationRecord declaration,
      PersonLine person,
      FindingCode code,
      YearMonth month) {
    if (isFull(code)) {
      counts.merge(code, 1, Integer::sum);
      return;
    }
    keep(
        population,
        declaration,
        person,
        Finding.of(
            code,
            declaration.employerCode(),
            SourceCell.row(person.sheet(), person.row()),
            month.toString()));
  }

  private void keep(
      Population population, DeclarationRecord declaration, PersonLine person, Finding finding) {
    counts.merge(finding.code(), 1, Integer::sum);
    found.add(
        new SpecialPerson(population, declaration, person.name(), person.idNumber(), finding));
  }

  /**
   * Lets the people of versions on their way pass, which the year's sheets do not tell of.
   *
   * @param passedBy the declarations of the run's population whose people passed already
   */
  public void passOnTheirWay(YearLedger year, List<DeclarationRecord> passedBy) {
    Set<Long> before = passedBy.stream().map(DeclarationRecord::id).collect(Collectors.toSet());
    boolean ofStaff = ofTheRun == Population.EMPLOYEES;
    List<DeclarationRecord> onTheirWay =
        (ofStaff ? staff : retirees).stream().filter(d -> !before.contains(d.id())).toList();
    year.forEachPerson(onTheirWay, ofStaff ? this::staff : this::retiree, RuntimeException.class);
  }

  /** Fetches the lines that passed before their counterparts; to be called once, at the end. */
  public void finish(YearLedger year) {
    Map<Long, List<Passed>> byLine = new HashMap<>();
    passed
        .keySet()
        .forEach(key -> byLine.computeIfAbsent(key.line(), line -> new ArrayList<>()).add(key));
    year.forEachLine(
        byLine.keySet(),
        (person, line) ->
            byLine.getOrDefault(line, List.of()).stream()
                .sorted(Comparator.comparing(Passed::code))
                .forEach(key -> tellPassed(key, person)));
    passed.clear();
  }

  private void tellPassed(Passed key, PersonLine person) {
    Counterpart counterpart = passed.get(key);
    if (counterpart == null) {
      return;
    }
    Finding finding =
        twice(
            counterpart.population,
            counterpart.declaration,
            person,
            counterpart.elsewhere,
            counterpart.employers);
    found.add(
        new SpecialPerson(
            counterpart.population,
            counterpart.declaration,
            person.name(),
            person.idNumber(),
            finding));
    if (counterpart.tonight || isTonights(counterpart.declaration)) {
      tellApart(counterpart.declaration, finding);
    }
  }

  private boolean isTonights(DeclarationRecord declaration) {
    return filesOfTonight.contains(LedgerKeys.fileOf(declaration.id()));
  }

  private void tellApart(DeclarationRecord declaration, Finding finding) {
    toldOnes.put(declaration.id(), declaration);
    findingsOf.computeIfAbsent(declaration.id(), id -> new ArrayList<>()).add(finding);
  }

  /** Whose people are to pass as {@link #staff}. */
  public List<DeclarationRecord> staffDeclarations() {
    return staff;
  }

  /** For the operator, where anybody was found. */
  public void tell(RunSummary report, Language language) {
    SpecialPersonSheet sheet = sheet();
    long rows = sheet.people().size() + sheet.unlisted();
    if (rows > 0) {
      report.line(Message.of("job.summary-special", Long.toString(rows)).in(language));
    }
    if (!toldOnes.isEmpty()) {
      report.line(
          Message.of("job.summary-special-told", Integer.toString(toldOnes.size())).in(language));
    }
  }

  /** All of them for the summary workbook. */
  public SpecialPersonSheet sheet() {
    return new SpecialPersonSheet(
        found, counts.values().stream().mapToLong(count -> Math.max(0, count - LISTED)).sum());
  }

  /** Puts what tonight's senders are told into the place of what an earlier attempt left. */
  public void store(StagingLedger staging) {
    Map<Long, List<Finding>> byFile = new LinkedHashMap<>();
    Map<Long, FindingBounds> bounds = new LinkedHashMap<>();
    for (SpecialPerson person : found) {
      long file = LedgerKeys.fileOf(person.declaration().id());
      if (filesOfTonight.contains(file)
          && bounds.computeIfAbsent(file, id -> new FindingBounds()).admits(person.finding())) {
        byFile.computeIfAbsent(file, id -> new ArrayList<>()).add(person.finding());
      }
    }
    byFile.forEach(
        (file, findings) -> {
          findings.sort(Comparator.comparing(Finding::code));
          findings.addAll(Objects.requireNonNull(bounds.get(file)).leftOut());
        });
    staging.replaceFindings(filesOfTonight, EnumSet.copyOf(CODES), byFile);
  }

  /** Whose employers are told tonight of people that another one declares, in order of employer. */
  public List<Told> told() {
    return toldOnes.values().stream()
        .sorted(
            Comparator.comparing(DeclarationRecord::employerCode)
                .thenComparing(DeclarationRecord::id))
        .map(d -> new Told(d, findingsOf.getOrDefault(d.id(), List.of())))
        .toList();
  }
}
