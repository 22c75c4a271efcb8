package basedecl.declaration.change;

import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.declaration.EmployerEnd;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.policy.AgencyDirectory;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a change can be taken beside those on record. Refused, each with its code:
 *
 * <ul>
 *   <li>an employer, or one merged into, that is not known;
 *   <li>a day outside the years next to the run's;
 *   <li>a new name, agency or other employer that is missing, an agency the directory has not;
 *   <li>an employer, or one merged into, that ended before the day;
 *   <li>what contradicts another change: of itself, of the same day, an end before a later change.
 * </ul>
 *
 * @param known by employer code
 * @param directory empty: any agency is taken
 */
public record ChangeCheck(
    int year,
    Predicate<String> known,
    Optional<AgencyDirectory> directory,
    EmployerHistory history) {

  /** What is wrong, by the column to tell it at; nothing where the change can be taken. */
  public Map<ChangeField, RowFault> faults(EmployerChange change) {
    Map<ChangeField, RowFault> faults = new EnumMap<>(ChangeField.class);
    if (!isKnown(change.code())) {
      faults.put(ChangeField.EMPLOYER_CODE, fault(FindingCode.EMPLOYER_UNKNOWN));
    }
    day(change).ifPresent(fault -> faults.put(ChangeField.DAY, fault));
    switch (change.kind()) {
      case RENAMED -> needed(faults, ChangeField.NEW_NAME, change.name(), Reason.NEW_NAME_NEEDED);
      case MOVED ->
          needed(faults, ChangeField.NEW_AGENCY, change.agency(), Reason.NEW_AGENCY_NEEDED);
      case MERGED -> {
        needed(faults, ChangeField.PARTNER, change.partner(), Reason.MERGED_INTO_NEEDED);
        change
            .partner()
            .flatMap(partner -> partner(change, partner))
            .ifPresent(fault -> faults.put(ChangeField.PARTNER, fault));
      }
      case SPLIT -> {
        needed(faults, ChangeField.PARTNER, change.partner(), Reason.SPLIT_OFF_NEEDED);
        if (change.partner().filter(change.code()::equals).isPresent()) {
          faults.put(ChangeField.PARTNER, contradicted(Reason.CHANGE_WITH_ITSELF));
        } else if (change.partner().filter(code -> !isKnown(code)).isPresent()) {
          needed(faults, ChangeField.NEW_NAME, change.name(), Reason.SPLIT_OFF_NAME_NEEDED);
        }
      }
      case CLOSED -> {}
    }
    agency(change).ifPresent(fault -> faults.putIfAbsent(ChangeField.NEW_AGENCY, fault));
    if (faults.isEmpty()) {
      onRecord(change).ifPresent(fault -> faults.put(ChangeField.KIND, fault));
    }
    return faults;
  }

  private boolean isKnown(String code) {
    return known.test(code) || history.isSplitOff(code);
  }

  private Optional<RowFault> day(EmployerChange change) {
    LocalDate first = LocalDate.of(year - 1, 1, 1);
    LocalDate last = LocalDate.of(year + 1, 12, 31);
    return change.on().isBefore(first) || change.on().isAfter(last)
        ? Optional.of(
            RowFault.of(
                Field.REMARKS,
                FindingCode.CHANGE_DAY_IMPLAUSIBLE,
                change.on().toString(),
                first.toString(),
                last.toString()))
        : Optional.empty();
  }

  private static void needed(
      Map<ChangeField, RowFault> faults,
      ChangeField field,
      Optional<String> value,
      Reason missing) {
    if (value.isEmpty()) {
      faults.put(field, RowFault.of(Field.REMARKS, FindingCode.CHANGE_INCOMPLETE, missing));
    }
  }

  private Optional<RowFault> agency(EmployerChange change) {
    return change
        .agency()
        .filter(name -> change.kind() == ChangeKind.MOVED || change.kind() == ChangeKind.SPLIT)
        .filter(name -> directory.filter(offices -> offices.find(name).isEmpty()).isPresent())
        .map(name -> RowFault.of(Field.REMARKS, FindingCode.AGENCY_UNKNOWN, name));
  }

  private Optional<RowFault> partner(EmployerChange change, String partner) {
    if (partner.equals(change.code())) {
      return Optional.of(contradicted(Reason.CHANGE_WITH_ITSELF));
    }
    if (!isKnown(partner)) {
      return Optional.of(fault(FindingCode.EMPLOYER_UNKNOWN));
    }
    Optional<EmployerEnd> end = history.end(partner);
    if (end.filter(over -> over.on().isBefore(change.on())).isPresent()) {
      return end.map(EmployerEnd::fault);
    }
    return history.heir(partner, change.on()).equals(change.code())
        ? Optional.of(contradicted(Reason.CHANGE_IN_A_CIRCLE, partner))
        : Optional.empty();
  }

  /** What the changes on record have against it. */
  private Optional<RowFault> onRecord(EmployerChange change) {
    Optional<KeptChange> sameDay =
        history.all().stream().filter(kept -> kept.change().contradicts(change)).findFirst();
    if (sameDay.isPresent()) {
      return Optional.of(sameDay(change));
    }
    Optional<EmployerEnd> end = history.end(change.code());
    if (end.filter(over -> over.on().isBefore(change.on())).isPresent()) {
      return end.map(EmployerEnd::fault);
    }
    if (!change.kind().isEnd()) {
      return Optional.empty();
    }
    return history.concerning(change.code()).stream()
        .map(KeptChange::change)
        .filter(other -> other.on().isAfter(change.on()))
        .findFirst()
        .map(
            later ->
                contradicted(
                    Reason.CHANGE_BEFORE_ANOTHER, later.on().toString(), later.kind().title()));
  }

  /** That another change of the same day says otherwise. */
  public static RowFault sameDay(EmployerChange change) {
    return contradicted(Reason.CHANGE_OF_THE_SAME_DAY, change.on().toString());
  }

  private static RowFault contradicted(Reason reason, String... words) {
    return RowFault.of(Field.REMARKS, FindingCode.CHANGE_CONTRADICTED, reason, words);
  }

  private static RowFault fault(FindingCode code) {
    return RowFault.of(Field.EMPLOYER_CODE, code);
  }
}
