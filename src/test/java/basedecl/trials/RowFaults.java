package basedecl.trials;

import static basedecl.trials.Kind.fault;

import basedecl.finding.FindingCode;
import basedecl.samples.SamplePeople;
import basedecl.trials.Column.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;

/** What may be wrong with one person's line: it refuses its employer and nobody else. */
final class RowFaults {

  private RowFaults() {}

  static List<Kind> all() {
    return List.of(
        number("wrong-check-character", FindingCode.ID_CHECKSUM, SamplePeople::miswritten),
        number("short-number", FindingCode.ID_INVALID, number -> number.substring(0, 16)),
        number("very-short-number", FindingCode.ID_INVALID, number -> number.substring(0, 8)),
        number("no-number", FindingCode.ID_MISSING, number -> ""),
        number("dash-for-a-number", FindingCode.ID_INVALID, number -> "无"),
        number(
            "no-such-birthday",
            FindingCode.ID_BIRTH_DATE,
            number ->
                SamplePeople.checked(number.substring(0, 10) + "0230" + number.substring(14, 17))),
        at(
            "cut-number",
            Role.NUMBER,
            (draft, person) -> {
              person.write(
                  draft.column(Role.NUMBER),
                  TrialCell.amount(new BigDecimal(person.number.substring(0, 15) + "000")));
              // In a text file the digits are whole, and may by chance be those of the number.
              boolean numeric = draft.carrier.isWorkbook() || draft.carrier == Carrier.XML_2003;
              if (numeric || !person.number.endsWith("000")) {
                person.spoil(FindingCode.ID_PRECISION_LOST, FindingCode.ID_CHECKSUM);
              }
            }),
        at(
            "no-name",
            Role.NAME,
            (draft, person) -> {
              person.write(draft.column(Role.NAME), "");
              person.spoil(FindingCode.NAME_MISSING);
            }),
        wage("no-wage", "", FindingCode.WAGE_MISSING),
        wage("words-for-a-wage", "面议", FindingCode.WAGE_NOT_A_NUMBER),
        wage("dash-for-a-wage", "-", FindingCode.WAGE_NOT_A_NUMBER, FindingCode.WAGE_MISSING),
        wage("wan-in-the-cell", "0.65万", FindingCode.WAGE_NOT_A_NUMBER, FindingCode.UNIT_NOT_YUAN),
        wage(
            "wan-yuan-in-the-cell",
            "0.65万元",
            FindingCode.WAGE_NOT_A_NUMBER,
            FindingCode.UNIT_NOT_YUAN),
        wage("three-decimals", "5000.125", FindingCode.WAGE_TOO_PRECISE),
        wage(
            "negative-wage", "-5000", FindingCode.WAGE_NOT_POSITIVE, FindingCode.WAGE_NOT_A_NUMBER),
        wage("no-money", "0", FindingCode.WAGE_NOT_POSITIVE),
        wage("too-much-money", "1000000", FindingCode.WAGE_IMPLAUSIBLE),
        at(
            "error-for-a-wage",
            Role.WAGE,
            (draft, person) -> {
              person.write(draft.column(Role.WAGE), new TrialCell.Fault("#REF!"));
              person.spoil(FindingCode.CELL_ERROR, FindingCode.WAGE_NOT_A_NUMBER);
            }),
        fault("twice", RowFaults::twice),
        fault("unknown-kind-of-document", RowFaults::unknownKind),
        fault("sample-row", RowFaults::sample),
        fault("wide-row", RowFaults::wide),
        fault("unquoted-thousands", RowFaults::unquoted),
        fault("formula-without-result", RowFaults::noResult),
        fault("formulas-out-of-date", RowFaults::outOfDate),
        fault("mistyped-with-labels", RowFaults::mistypedWithLabels));
  }

  private interface Change {
    String of(String number);
  }

  private static Kind number(String name, FindingCode code, Change change) {
    return at(
        name,
        Role.NUMBER,
        (draft, person) -> {
          person.write(draft.column(Role.NUMBER), change.of(person.number));
          person.spoil(code);
        });
  }

  private static Kind wage(String name, String text, FindingCode code, FindingCode... others) {
    return at(
        name,
        Role.WAGE,
        (draft, person) -> {
          boolean number = text.matches("-?[\\d.]+");
          person.write(
              draft.column(Role.WAGE), number ? TrialCell.amount(text) : TrialCell.words(text));
          person.spoil(code, others);
        });
  }

  /** A fault of somebody whose line is as yet plain in that column. */
  private static Kind at(String name, Role role, BiConsumer<Draft, Line.Person> plant) {
    return fault(
        name,
        draft -> {
          Line.Person person = draft.somebody();
          if (!person.faults.isEmpty() || !isPlain(draft, role, person)) {
            return false;
          }
          plant.accept(draft, person);
          return true;
        });
  }

  private static boolean isPlain(Draft draft, Role role, Line.Person person) {
    TrialCell cell = person.cell(draft.column(role));
    if (role == Role.WAGE) {
      return cell.equals(TrialCell.amount(person.wage))
          && !draft.recalculates
          && draft.columns.stream().noneMatch(c -> c.title.endsWith("月"));
    }
    return role == Role.NUMBER
        ? cell.plain().equals(person.number)
            && person.number.length() == 18
            && person.number.startsWith("37")
            && !ValueKinds.sameNumberTwice(draft)
        : cell.plain().equals(person.name);
  }

  private static boolean twice(Draft draft) {
    Section section = draft.section();
    List<Line.Person> people = section.people().toList();
    Line.Person person = people.get(draft.random.nextInt(people.size()));
    if (!person.faults.isEmpty()) {
      return false;
    }
    Line.Person again = new Line.Person(person.employer, person.name, person.number, person.wage);
    draft.columns.forEach(column -> again.write(column, person.cell(column)));
    again.spoil(FindingCode.PERSON_DUPLICATE);
    // Another fault in the first of the two would hide that they are one.
    person.spoil(FindingCode.PERSON_DUPLICATE);
    section.lines().add(section.lines().indexOf(person) + 1, again);
    return true;
  }

  private static boolean unknownKind(Draft draft) {
    Line.Person person = draft.somebody();
    if (!draft.has(Role.KIND) || !person.faults.isEmpty()) {
      return false;
    }
    person.write(draft.column(Role.KIND), draft.pick(List.of("外国人工作许可证", "军官证", "驾驶证", "其他")));
    person.spoil(FindingCode.ID_INVALID);
    return true;
  }

  private static boolean sample(Draft draft) {
    Line.Person person = draft.somebody();
    if (!person.faults.isEmpty()) {
      return false;
    }
    String mark = draft.pick(List.of("例", "示例", "样例", "样板", "（示例）", "例："));
    switch (draft.random.nextInt(3)) {
      case 0 -> person.write(draft.ensured(Role.REMARK, "备注"), mark);
      case 1 -> person.write(draft.ensured(Role.SERIAL, "序号"), mark);
      default -> {
        if (!isPlain(draft, Role.NAME, person)) {
          return false;
        }
        person.write(
            draft.column(Role.NAME), person.name + draft.pick(List.of("（示例）", "(例)", "（样例）")));
      }
    }
    person.spoil(FindingCode.SAMPLE_ROW);
    return true;
  }

  private static boolean wide(Draft draft) {
    Line.Person person = draft.somebody();
    if (!person.beyond.isEmpty() || !person.faults.isEmpty()) {
      return false;
    }
    for (int i = draft.random.nextInt(3); i > 0 && draft.carrier.isWorkbook(); i--) {
      person.beyond.add(TrialCell.blank());
    }
    person.beyond.add(draft.pick(List.of(TrialCell.words("已转正"), TrialCell.amount("6000"))));
    person.spoil(FindingCode.ROW_TOO_WIDE);
    return true;
  }

  private static boolean unquoted(Draft draft) {
    Column wage = draft.column(Role.WAGE);
    Line.Person person = draft.somebody();
    boolean fits =
        draft.carrier == Carrier.CSV
            && isPlain(draft, Role.WAGE, person)
            && person.faults.isEmpty()
            && person.wage.compareTo(new BigDecimal("10000")) < 0
            && person.wage.compareTo(new BigDecimal("1000")) >= 0;
    if (!fits) {
      return false;
    }
    // The cells after the wage are one further right each: whatever else they give is theirs.
    person.write(wage, new TrialCell.Amount(person.wage, Draft.UNQUOTED));
    person.spoil(FindingCode.ROW_TOO_WIDE, FindingCode.values());
    return true;
  }

  private static boolean noResult(Draft draft) {
    Line.Person person = draft.somebody();
    if (!draft.carrier.isWorkbook()
        || draft.carrier == Carrier.XLS
        || !person.faults.isEmpty()
        || !isPlain(draft, Role.WAGE, person)) {
      return false;
    }
    person.write(draft.column(Role.WAGE), new TrialCell.Formula("96000/12", TrialCell.blank()));
    person.spoil(FindingCode.FORMULA_NOT_CALCULATED);
    return true;
  }

  private static boolean outOfDate(Draft draft) {
    Line.Person person = draft.somebody();
    if (draft.carrier != Carrier.XLSX
        || !person.faults.isEmpty()
        || draft
            .people()
            .anyMatch(p -> p.cell(draft.column(Role.WAGE)) instanceof TrialCell.Formula)
        || !isPlain(draft, Role.WAGE, person)) {
      return false;
    }
    draft.recalculates = true;
    person.write(
        draft.column(Role.WAGE), new TrialCell.Formula("96000/12", TrialCell.amount("4242")));
    person.spoil(FindingCode.FORMULA_NOT_CALCULATED);
    return true;
  }

  /** The line of a mistyped number that says 身份证, 本人签字 and 备注 is still somebody's. */
  private static boolean mistypedWithLabels(Draft draft) {
    Line.Person person = draft.somebody();
    if (!person.faults.isEmpty() || !isPlain(draft, Role.NUMBER, person)) {
      return false;
    }
    boolean none = draft.chance(4);
    person.write(draft.column(Role.NUMBER), none ? "" : person.number.substring(0, 17));
    person.spoil(none ? FindingCode.ID_MISSING : FindingCode.ID_INVALID);
    if (draft.has(Role.KIND)) {
      person.write(draft.column(Role.KIND), "身份证");
    }
    if (draft.has(Role.SIGNATURE)) {
      person.write(draft.column(Role.SIGNATURE), "本人签字");
    }
    person.write(draft.ensured(Role.REMARK, "备注"), draft.pick(ValueKinds.REMARKS));
    return true;
  }
}
