package basedecl.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/**
 * The sample year reckoned straight from its tables, person by person and month by month, sharing
 * no code with the program: what {@code samples/year/run.sh} hands over is told to it line by line.
 */
@NullUnmarked
final class SlowYear {

  /** A wage and the months, first and first no longer, in which it counts. */
  private record Person(String id, BigDecimal wage, int from, int until) {

    boolean counts(int month) {
      return from <= month && month < until;
    }
  }

  private final List<Map<String, String>> roster;
  private final Map<String, List<Person>> people = new TreeMap<>();
  private final Map<String, Integer> lastMonths = new TreeMap<>();
  private int newLimitsFrom = 13;

  SlowYear(Path roster) throws IOException {
    this.roster = Tables.csv(roster);
  }

  /** Declarations take the place of earlier ones of the same employer. */
  void declared(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        List<Person> declared = new ArrayList<>();
        List<Map<String, String>> rows = Tables.csv(file);
        for (Map<String, String> row : rows) {
          String ended = row.getOrDefault("停缴月份", "");
          declared.add(
              new Person(
                  row.get("证件号码"),
                  new BigDecimal(row.get("月均工资")),
                  1,
                  ended.isEmpty() ? 13 : month(ended)));
        }
        people.put(rows.get(0).get("单位编号"), declared);
      }
    }
  }

  void changed(Path staffChanges) throws IOException {
    for (Map<String, String> row : Tables.csv(staffChanges)) {
      List<Person> ofEmployer = people.get(row.get("单位编号"));
      String id = row.get("证件号码");
      int month = month(row.get("生效月份"));
      if (row.get("起薪").isEmpty()) {
        ofEmployer.replaceAll(
            each -> each.id.equals(id) ? new Person(id, each.wage, each.from, month) : each);
      } else {
        ofEmployer.add(new Person(id, new BigDecimal(row.get("起薪")), month, 13));
      }
    }
  }

  void limitsChangedFrom(String month) {
    newLimitsFrom = month(month);
  }

  void merged(Path employerChanges) throws IOException {
    for (Map<String, String> row : Tables.csv(employerChanges)) {
      lastMonths.put(row.get("单位编号"), month(row.get("生效日期")));
    }
  }

  /** People of a month by employer; 0 where an employer that declared has none left. */
  Map<String, Integer> counts(String kind, int month) {
    Map<String, Integer> counts = new TreeMap<>();
    people.forEach(
        (employer, all) -> {
          if (owes(kind, employer, month)) {
            counts.put(employer, (int) all.stream().filter(each -> each.counts(month)).count());
          }
        });
    return counts;
  }

  /** The identity numbers that count in a month, once for every employer they count with. */
  List<String> ids(int month) {
    return people.values().stream()
        .flatMap(List::stream)
        .filter(each -> each.counts(month))
        .map(Person::id)
        .toList();
  }

  /** What each employer that declared owes for a month. */
  Map<String, BigDecimal> dues(String kind, int month) {
    Map<String, BigDecimal> dues = new TreeMap<>();
    for (String employer : counts(kind, month).keySet()) {
      BigDecimal due = BigDecimal.ZERO;
      for (Person each : people.get(employer)) {
        if (each.counts(month)) {
          due = due.add(due(kind, base(each.wage, month)));
        }
      }
      dues.put(employer, due);
    }
    return dues;
  }

  /** 110 % of last month's amount for those that did not declare. */
  Map<String, BigDecimal> imputed(int month) {
    Map<String, BigDecimal> dues = new TreeMap<>();
    for (Map<String, String> row : roster) {
      String employer = row.get("单位编号");
      if (!people.containsKey(employer) && owes("medical", employer, month)) {
        dues.put(employer, fen(new BigDecimal(row.get("上月缴费额")).multiply(new BigDecimal("1.1"))));
      }
    }
    return dues;
  }

  BigDecimal bases(String employer, int month) {
    return people.get(employer).stream()
        .filter(each -> each.counts(month))
        .map(each -> base(each.wage, month))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Dues of all months up to one, by employer and month. */
  Map<String, BigDecimal> duesUpTo(String kind, int last) {
    Map<String, BigDecimal> dues = new LinkedHashMap<>();
    IntStream.rangeClosed(1, last)
        .forEach(month -> dues(kind, month).forEach((who, due) -> dues.put(key(who, month), due)));
    return dues;
  }

  static String key(String employer, int month) {
    return "%s 2024-%02d".formatted(employer, month);
  }

  static int month(String text) {
    return Integer.parseInt(text.substring(5, 7));
  }

  private boolean owes(String kind, String employer, int month) {
    boolean member =
        !kind.equals("civil-servant")
            || roster.stream()
                .anyMatch(
                    row -> row.get("单位编号").equals(employer) && row.get("公务员医疗补助").equals("是"));
    return member && month <= lastMonths.getOrDefault(employer, 12);
  }

  private BigDecimal base(BigDecimal wage, int month) {
    boolean later = month >= newLimitsFrom;
    BigDecimal lower = new BigDecimal(later ? "4416" : "4242");
    BigDecimal upper = new BigDecimal(later ? "22078" : "21207");
    return wage.max(lower).min(upper);
  }

  private static BigDecimal due(String kind, BigDecimal base) {
    return switch (kind) {
      case "medical" -> part(base, "0.08").add(part(base, "0.02"));
      case "maternity" -> part(base, "0.01");
      case "civil-servant" -> part(base, "0.03");
      default -> new BigDecimal("10.00");
    };
  }

  private static BigDecimal part(BigDecimal base, String rate) {
    return fen(base.multiply(new BigDecimal(rate)));
  }

  static BigDecimal fen(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
