package basedecl.reference;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cli.InProcess;
import basedecl.reference.RandomYear.Change;
import basedecl.reference.RandomYear.Declared;
import basedecl.reference.RandomYear.Happening;
import basedecl.reference.RandomYear.Line;
import basedecl.reference.RandomYear.Paid;
import basedecl.reference.RandomYear.StaffChanged;
import basedecl.reference.RandomYear.TakenUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A random year through the program's own jobs: files in, a ledger, explanations out. */
final class YearOfJobs {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final RandomYear year;
  private final Path folder;
  private final String database;

  YearOfJobs(RandomYear year, Path folder, String database) {
    this.year = year;
    this.folder = folder;
    this.database = database;
  }

  void run() throws IOException {
    Files.createDirectories(folder.resolve("policies"));
    Files.writeString(
        folder.resolve("policies").resolve("weifang-employee-medical.yaml"), year.yaml());
    StringBuilder roster = new StringBuilder("单位编号,单位名称,经办机构\n");
    for (int employer = 0; employer < year.employers(); employer++) {
      roster.append(RandomNight.code(employer)).append(',').append(RandomNight.name(employer));
      roster.append(",市直\n");
    }
    Files.writeString(folder.resolve("roster.csv"), roster);
    StringBuilder paid = new StringBuilder("单位编号,费款所属期,缴费日期,缴费金额,流水号\n");
    for (int i = 0; i < year.happenings().size(); i++) {
      Happening each = year.happenings().get(i);
      if (each instanceof Declared declared) {
        declare(i, declared);
      } else if (each instanceof StaffChanged changed) {
        change(i, changed);
      } else if (each instanceof TakenUp up) {
        job("limit-change", up.day(), "from=2024-%02d".formatted(up.from()));
      } else if (each instanceof Paid one) {
        paid.append(
            "%s,2024-%02d,%s,%s,S%d\n"
                .formatted(
                    RandomNight.code(one.employer()), one.month(), one.day(), one.amount(), i));
      }
    }
    Files.writeString(folder.resolve("payments.csv"), paid);
    job("late-fee", year.end(), "payments=" + folder.resolve("payments.csv"));
  }

  private void declare(int number, Declared declared) throws IOException {
    boolean months = declared.lines().stream().anyMatch(Line::statesMonths);
    StringBuilder text = new StringBuilder("单位编号,单位名称,姓名,证件号码,月均工资");
    text.append(months ? ",起缴月份,停缴月份\n" : "\n");
    for (Line line : declared.lines()) {
      text.append(RandomNight.code(declared.employer())).append(',');
      text.append(RandomNight.name(declared.employer())).append(",职工甲,");
      text.append(RandomNight.idNumber(line.person())).append(',').append(line.wage());
      if (months) {
        text.append(',').append(month(line.from())).append(',').append(month(line.until()));
      }
      text.append('\n');
    }
    // Two declarations of the same figures are the same bytes and would be a duplicate.
    text.append(",".repeat(months ? 6 : 4)).append("\n".repeat(number + 1));
    Path inbox = folder.resolve("inbox-" + number);
    Files.createDirectories(inbox);
    Path file = Files.writeString(inbox.resolve("declared.csv"), text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2023-12-25T09:00:00Z")));
    job("declaration", declared.day(), "inbox=" + inbox);
  }

  private static String month(int month) {
    return month == 0 ? "" : "2024-%02d".formatted(month);
  }

  private void change(int number, StaffChanged changed) throws IOException {
    StringBuilder text = new StringBuilder("单位编号,姓名,证件号码,变动,生效月份,起薪\n");
    for (Change each : changed.changes()) {
      text.append(RandomNight.code(each.employer())).append(",职工甲,");
      text.append(RandomNight.idNumber(each.person()));
      text.append(each.joins() ? ",转入," : ",停保,").append(month(each.month())).append(',');
      text.append(each.joins() ? each.wage() : "").append('\n');
    }
    Path table = Files.writeString(folder.resolve("changes-" + number + ".csv"), text);
    job("staff-changes", changed.day(), "changes=" + table);
  }

  /** Writes the year's sheets at its end for a month that is asked for. */
  Path sheetsOf(int month) throws IOException {
    return sheets("period=2024-%02d".formatted(month));
  }

  /** Writes the year's sheets at its end. */
  Path sheets() throws IOException {
    return sheets(new String[0]);
  }

  private Path sheets(String... settings) throws IOException {
    Path inbox = folder.resolve("inbox-empty");
    Files.createDirectories(inbox);
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("inbox=" + inbox);
    job("declaration", year.end(), all.toArray(String[]::new));
    return folder.resolve("output");
  }

  private void job(String name, LocalDate day, String... settings) {
    List<String> words = new ArrayList<>(List.of("run", "jobs/" + name + ".yaml"));
    set(
        words,
        "business-date=" + day,
        "work=" + folder.resolve("work"),
        "output=" + folder.resolve("output"));
    set(words, settings);
    setLedger(words);
    if (!name.equals("limit-change")) {
      set(words, "roster=" + folder.resolve("roster.csv"));
    }
    InProcess.Ended ended = InProcess.run(words.toArray(String[]::new));
    assertThat(ended.status()).as("seed %d, %s: %s", year.seed(), name, ended.said()).isZero();
  }

  private static void set(List<String> words, String... pairs) {
    List.of(pairs).forEach(pair -> words.addAll(List.of("--set", pair)));
  }

  private void setLedger(List<String> words) {
    set(words, "database=" + database, "policies=" + folder.resolve("policies"));
  }

  /** What {@code explain --json} says. */
  JsonNode explained(String... options) {
    List<String> words = new ArrayList<>(List.of("explain", "--json"));
    words.addAll(List.of(options));
    setLedger(words);
    InProcess.Ended ended = InProcess.run(words.toArray(String[]::new));
    assertThat(ended.status()).as("seed %d: %s", year.seed(), ended.said()).isZero();
    return MAPPER.readTree(ended.said());
  }
}
