package basedecl.report.declaration;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;

import basedecl.ledger.year.VersionRecord;
import basedecl.policy.Policy;
import basedecl.policy.rule.Deadline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Who declared for the first time after the last day to declare (inclusive), which is that of
 * January's contribution (S3, third part, point three).
 *
 * @param employers their codes in order
 */
public record LateDeclarations(LocalDate deadline, List<String> employers) {

  /** Codes shown in a note; the progress workbook has them all. */
  private static final int SHOWN = 12;

  public LateDeclarations {
    employers = List.copyOf(employers);
  }

  /** Empty where the policy has no such day; a correction in time counts from the first version. */
  public static Optional<LateDeclarations> of(
      Policy policy, int year, List<VersionRecord> versions) {
    return policy
        .deadlineFor(YearMonth.of(year, 1))
        .map(Deadline::date)
        .map(
            deadline ->
                new LateDeclarations(
                    deadline,
                    versions.stream()
                        .filter(version -> version.declaration().version() == 1)
                        .filter(version -> version.declaredOn().isAfter(deadline))
                        .map(version -> version.declaration().employerCode())
                        .toList()));
  }

  public String note() {
    String codes =
        employers.isEmpty()
            ? ""
            : say(
                employers.size() > SHOWN ? "late.codes-more" : "late.codes",
                String.join("、", employers.subList(0, Math.min(SHOWN, employers.size()))));
    return say("late.note", deadline.toString(), count(employers.size())) + codes;
  }
}
