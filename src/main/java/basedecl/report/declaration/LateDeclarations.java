package basedecl.report.declaration;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;

import basedecl.declaration.procedure.DeclarationDeadline;
import basedecl.declaration.procedure.DeclarationDeadline.Course;
import basedecl.declaration.procedure.Lateness;
import basedecl.ledger.year.VersionRecord;
import basedecl.report.PolicyHeading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who declared, and who submitted its materials, for the first time after the last day to declare
 * (inclusive), which is that of January's contribution (S3, third part, point three).
 *
 * @param deadline that day as people read it
 * @param late codes of employers that declared, in order
 */
public record LateDeclarations(String deadline, Map<Lateness, List<String>> late) {

  /** Codes shown in a note; the progress workbook has them all. */
  private static final int SHOWN = 12;

  public LateDeclarations {
    late = Map.copyOf(late);
  }

  /**
   * Empty where the policy has no such day.
   *
   * @param submittedOn first day of complete materials by employer code
   */
  public static Optional<LateDeclarations> of(
      PolicyHeading heading, List<VersionRecord> versions, Map<String, LocalDate> submittedOn) {
    DeclarationDeadline deadline = DeclarationDeadline.of(heading.policy(), heading.year());
    return heading
        .declareBy()
        .map(day -> new LateDeclarations(day, late(deadline, heading, versions, submittedOn)));
  }

  private static Map<Lateness, List<String>> late(
      DeclarationDeadline deadline,
      PolicyHeading heading,
      List<VersionRecord> versions,
      Map<String, LocalDate> submittedOn) {
    Map<Lateness, List<String>> late = new EnumMap<>(Lateness.class);
    for (VersionRecord version : versions) {
      String employer = version.declaration().employerCode();
      if (version.declaration().version() == 1) {
        Course course =
            new Course(
                Optional.of(version.declaredOn()), Optional.ofNullable(submittedOn.get(employer)));
        deadline
            .lateness(course, heading.businessDate())
            .forEach(each -> late.computeIfAbsent(each, l -> new ArrayList<>()).add(employer));
      }
    }
    return late;
  }

  public String note() {
    String counted =
        late.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> counted(each.getKey(), each.getValue()))
            .collect(Collectors.joining("；"));
    return say("late.note", deadline) + (counted.isEmpty() ? say("late.none") : counted);
  }

  private static String counted(Lateness late, List<String> employers) {
    return say("late.employers", late.title(), count(employers.size()))
        + say(
            employers.size() > SHOWN ? "late.codes-more" : "late.codes",
            String.join("、", employers.subList(0, Math.min(SHOWN, employers.size()))));
  }
}
