package basedecl.desk.audit;

import basedecl.job.auditoutcome.AssessmentFile;
import basedecl.ledger.year.PersonRecord;
import basedecl.message.Message;
import basedecl.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The form of an assessment: a line a person, as it was typed.
 *
 * @param choices the months of the year
 */
record AssessForm(String code, String name, List<String> choices, List<Line> lines) {

  private static final int LONGEST_BASIS = 500;
  private static final Pattern WAGE = Pattern.compile("\\d{1,6}(\\.\\d{1,2})?");

  /** A person with what was typed; the number masked. */
  record Line(
      int line,
      String person,
      String idNumber,
      String declared,
      String wage,
      String from,
      String to,
      String basis) {}

  /** What is wrong, by the field it stands at. */
  Map<String, Message> faults() {
    Map<String, Message> faults = new LinkedHashMap<>();
    for (Line line : lines) {
      if (wage(line).isEmpty()) {
        faults.put("wage-" + line.line(), Message.of("desk.audit.wage-wrong", line.person()));
      }
      if (!choices.contains(line.from())
          || !choices.contains(line.to())
          || line.to().compareTo(line.from()) < 0) {
        faults.put("to-" + line.line(), Message.of("desk.audit.months-wrong", line.person()));
      }
      if (line.basis().isEmpty() || line.basis().length() > LONGEST_BASIS) {
        faults.put("basis-" + line.line(), Message.of("desk.audit.basis-wrong", line.person()));
      }
    }
    return faults;
  }

  private static Optional<Money> wage(Line line) {
    return Optional.of(line.wage().replace(",", ""))
        .filter(WAGE.asMatchPredicate())
        .map(Money::of)
        .filter(wage -> wage.signum() > 0);
  }

  /**
   * The lines of the job's table, once nothing is wrong.
   *
   * @param people by their line
   */
  List<AssessmentFile.Line> table(Function<Integer, PersonRecord> people) {
    List<AssessmentFile.Line> table = new ArrayList<>();
    for (Line line : lines) {
      PersonRecord person = people.apply(line.line());
      table.add(
          new AssessmentFile.Line(
              person.documentKind(),
              person.idNumber(),
              wage(line).orElseThrow(),
              YearMonth.parse(line.from()),
              YearMonth.parse(line.to()),
              line.basis()));
    }
    return table;
  }
}
