package basedecl.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the audit of 2024-01-31 over the samples' night should come to, worked out anew from the
 * contract and from what the signals say of themselves: whom to look at first, the signals with
 * their figures, wages held against {@code samples/audit/tax-wages.csv}, bases and headcounts
 * against {@code last-year.csv}. The policy states no minimum wage, so nobody is below it.
 */
final class SampleAudit {

  private static final BigDecimal LOWER = new BigDecimal("4242.00");
  private static final BigDecimal UPPER = new BigDecimal("21207.00");
  private static final BigDecimal EMPLOYER_RATE = new BigDecimal("0.08");
  private static final BigDecimal PERSONAL_RATE = new BigDecimal("0.02");
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  private record LastYear(BigDecimal bases, int persons) {}

  private record Signal(String title, String value, String threshold) {}

  /** An employer with signals; nothing is short outside the tax file. */
  private record Line(
      SampleEmployer employer,
      List<SamplePerson> persons,
      boolean flagged,
      List<Signal> signals,
      boolean inTaxFile,
      BigDecimal baseShort,
      BigDecimal duesShort) {}

  private final Map<String, List<SamplePerson>> declared;
  private final Map<String, SampleEmployer> roster = new HashMap<>();
  private final Map<String, Map<String, BigDecimal>> taxMonthly = new TreeMap<>();
  private final Map<String, BigDecimal> taxYear = new HashMap<>();
  private final Map<String, LastYear> lastYear = new HashMap<>();
  private final List<List<String>> matched = new ArrayList<>();
  private final List<List<String>> problems = new ArrayList<>();
  private final List<Line> ranked = new ArrayList<>();

  /**
   * @param declared the persons of each employer's standing declaration
   */
  SampleAudit(
      Map<String, List<SamplePerson>> declared,
      List<SampleEmployer> employers,
      String tax,
      String last) {
    this.declared = new TreeMap<>(declared);
    employers.forEach(employer -> roster.put(employer.code(), employer));
    readTax(tax.lines().toList());
    last.lines().skip(1).forEach(this::readLastYear);
    this.declared.forEach(this::look);
    ranked.sort(
        Comparator.comparing((Line line) -> !line.flagged())
            .thenComparing(line -> -line.signals().size())
            .thenComparing(line -> line.baseShort().negate())
            .thenComparing(line -> -line.persons().size())
            .thenComparing(line -> line.employer().code()));
  }

  /** The expected tables by file name. */
  Map<String, List<List<String>>> tables() {
    Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    tables.put(
        "audit/ranked-2024.csv",
        table("排名,单位编号,单位名称,经办机构,联系电话,申报人数,下限占比,线索数,线索,月少缴基数,月少缴费额", rankedRows()));
    tables.put("audit/signals-2024.csv", table("单位编号,单位名称,线索,数值,阈值", signalRows()));
    tables.put("audit/matched-2024.csv", table("单位编号,姓名,证件号码,申报月均工资,税务月均工资,差额,少缴基数", matched));
    tables.put("audit/not-insured-2024.csv", table("单位编号,人数,年工资薪金收入合计", notInsured()));
    tables.put("audit/problems-2024.csv", table("文件,行,列,单位编号,代码", problems));
    return tables;
  }

  /** Lines that cannot be used are told by the first thing wrong with them, from the left. */
  private void readTax(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      String wrong = "";
      String column = "";
      if (cells[0].isEmpty()) {
        wrong = "EMPLOYER_MISSING";
        column = "A";
      } else if (cells[1].length() != 18) {
        wrong = "ID_INVALID";
        column = "B";
      } else if (!SamplePeople.checked(cells[1].substring(0, 17)).equals(cells[1])) {
        wrong = "ID_CHECKSUM";
        column = "B";
      } else if (!cells[2].matches("\\d+(\\.\\d{1,2})?")) {
        wrong = "AMOUNT_INVALID";
        column = "C";
      } else if (!cells[3].matches("[1-9]|1[0-2]")) {
        wrong = "MONTHS_INVALID";
        column = "D";
      } else if (taxMonthly.getOrDefault(cells[0], Map.of()).containsKey(cells[1])) {
        wrong = "PERSON_DUPLICATE";
        column = "B";
      }
      if (wrong.isEmpty()) {
        BigDecimal income = new BigDecimal(cells[2]);
        taxMonthly
            .computeIfAbsent(cells[0], code -> new HashMap<>())
            .put(cells[1], income.divide(new BigDecimal(cells[3]), 2, RoundingMode.HALF_UP));
        taxYear.merge(cells[0], income, BigDecimal::add);
      } else {
        problems.add(List.of("tax-wages.csv", "" + (i + 1), column, cells[0], wrong));
      }
    }
  }

  private void readLastYear(String line) {
    String[] cells = line.split(",", -1);
    lastYear.put(cells[0], new LastYear(new BigDecimal(cells[1]), Integer.parseInt(cells[2])));
  }

  private void look(String code, List<SamplePerson> persons) {
    SampleEmployer employer = roster.get(code);
    if (employer == null) {
      throw new IllegalStateException(code + " is not on the roster");
    }
    Map<String, BigDecimal> tax = taxMonthly.getOrDefault(code, Map.of());
    BigDecimal baseShort = BigDecimal.ZERO;
    BigDecimal duesShort = BigDecimal.ZERO;
    int below = 0;
    for (SamplePerson person : persons) {
      BigDecimal wage = tax.get(person.number());
      if (wage != null && wage.compareTo(person.declared()) > 0) {
        BigDecimal lacking = base(wage).subtract(base(person.declared()));
        below++;
        baseShort = baseShort.add(lacking);
        duesShort = duesShort.add(due(lacking, EMPLOYER_RATE)).add(due(lacking, PERSONAL_RATE));
        matched.add(
            List.of(
                code,
                person.name(),
                person.number(),
                money(person.declared()),
                money(wage),
                money(wage.subtract(person.declared())),
                money(lacking)));
      }
    }
    boolean flagged = 100 * atLower(persons) > 70L * persons.size();
    List<Signal> signals = new ArrayList<>();
    if (flagged) {
      signals.add(new Signal("按下限缴费人数占比过高", percent(atLower(persons), persons.size()), "超过70.00%"));
    }
    if (below >= 1) {
      signals.add(new Signal("申报工资低于个税工资", below + "人", "1人"));
    }
    signals.addAll(againstOthers(persons, lastYear.get(code), tax.size()));
    signals.addAll(ofWages(persons));
    if (!signals.isEmpty()) {
      ranked.add(
          new Line(employer, persons, flagged, signals, !tax.isEmpty(), baseShort, duesShort));
    }
  }

  /** Bases down by 35 % from three people on; a fifth fewer than taxed or than last year from 5. */
  private static List<Signal> againstOthers(
      List<SamplePerson> persons, @Nullable LastYear last, int taxed) {
    List<Signal> signals = new ArrayList<>();
    if (last != null && Math.max(persons.size(), last.persons()) >= 3) {
      BigDecimal bases =
          persons.stream().map(p -> base(p.declared())).reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal fall = last.bases().subtract(bases);
      if (fall.multiply(HUNDRED).compareTo(last.bases().multiply(new BigDecimal("35"))) >= 0) {
        signals.add(new Signal("缴费基数较上年大幅下降", percent(fall, last.bases()), "35.00%"));
      }
    }
    if (Math.max(persons.size(), taxed) >= 5
        && 5 * (taxed - persons.size()) >= taxed
        && taxed > 0) {
      signals.add(new Signal("申报人数少于个税申报人数", percent(taxed - persons.size(), taxed), "20.00%"));
    }
    if (last != null
        && Math.max(persons.size(), last.persons()) >= 5
        && 5 * (last.persons() - persons.size()) >= last.persons()) {
      signals.add(
          new Signal(
              "申报人数少于上年", percent(last.persons() - persons.size(), last.persons()), "20.00%"));
    }
    return signals;
  }

  /** From five people on: nine tenths alike, all whole hundreds, half within 2 % of the limit. */
  private static List<Signal> ofWages(List<SamplePerson> persons) {
    List<Signal> signals = new ArrayList<>();
    if (persons.size() < 5) {
      return signals;
    }
    List<BigDecimal> wages =
        persons.stream().map(p -> p.declared().setScale(2, RoundingMode.UNNECESSARY)).toList();
    int alike = wages.stream().mapToInt(wage -> Collections.frequency(wages, wage)).max().orElse(0);
    if (10 * alike >= 9 * wages.size()) {
      signals.add(new Signal("申报工资高度雷同", percent(alike, wages.size()), "90.00%"));
    }
    if (wages.stream().allMatch(wage -> wage.remainder(HUNDRED).signum() == 0)) {
      signals.add(new Signal("申报工资均为整数", "100.00%", "100.00%"));
    }
    long near =
        wages.stream()
            .filter(wage -> wage.compareTo(LOWER) > 0)
            .filter(wage -> wage.compareTo(LOWER.multiply(new BigDecimal("1.02"))) <= 0)
            .count();
    if (2 * near >= wages.size()) {
      signals.add(new Signal("申报工资集中在下限附近", percent(near, wages.size()), "50.00%"));
    }
    return signals;
  }

  private List<List<String>> rankedRows() {
    List<List<String>> rows = new ArrayList<>();
    for (Line line : ranked) {
      SampleEmployer employer = line.employer();
      rows.add(
          List.of(
              "" + (rows.size() + 1),
              employer.code(),
              employer.name(),
              employer.agency(),
              SampleEmployers.AGENCIES.getOrDefault(employer.agency(), ""),
              "" + line.persons().size(),
              BigDecimal.valueOf(atLower(line.persons()))
                  .divide(BigDecimal.valueOf(line.persons().size()), 6, RoundingMode.HALF_UP)
                  .toPlainString(),
              "" + line.signals().size(),
              String.join(
                  "；", line.signals().stream().map(s -> s.title() + " " + s.value()).toList()),
              line.inTaxFile() ? money(line.baseShort()) : "",
              line.inTaxFile() ? money(line.duesShort()) : ""));
    }
    return rows;
  }

  private List<List<String>> signalRows() {
    List<List<String>> rows = new ArrayList<>();
    for (Line line : ranked) {
      for (Signal signal : line.signals()) {
        rows.add(
            List.of(
                line.employer().code(),
                line.employer().name(),
                signal.title(),
                signal.value(),
                signal.threshold()));
      }
    }
    return rows;
  }

  private List<List<String>> notInsured() {
    List<List<String>> rows = new ArrayList<>();
    taxMonthly.forEach(
        (code, people) -> {
          if (!roster.containsKey(code)) {
            rows.add(
                List.of(
                    code, "" + people.size(), money(taxYear.getOrDefault(code, BigDecimal.ZERO))));
          }
        });
    return rows;
  }

  private static long atLower(List<SamplePerson> persons) {
    return persons.stream().filter(p -> base(p.declared()).compareTo(LOWER) == 0).count();
  }

  private static BigDecimal base(BigDecimal wage) {
    return wage.max(LOWER).min(UPPER);
  }

  private static BigDecimal due(BigDecimal base, BigDecimal rate) {
    return base.multiply(rate).setScale(2, RoundingMode.HALF_UP);
  }

  private static String percent(long part, long whole) {
    return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  private static String percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  private static String money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static List<List<String>> table(String header, List<List<String>> rows) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of(header.split(",", -1)));
    table.addAll(rows);
    return table;
  }
}
