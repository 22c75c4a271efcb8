package basedecl.settings;

import basedecl.policy.Population;
import basedecl.spreadsheet.gate.ReadLimits;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * The checked values of a job file. Asking for a key the job does not have is a mistake in code.
 */
public record JobSettings(String job, Map<String, String> values) {

  public JobSettings {
    values = Map.copyOf(values);
  }

  public Optional<String> optional(JobKey key) {
    return Optional.ofNullable(values.get(key.name()));
  }

  public String text(JobKey key) {
    return optional(key)
        .orElseThrow(() -> new IllegalArgumentException("No value for key " + key.name()));
  }

  public Path path(JobKey key) {
    return Path.of(text(key));
  }

  public Optional<Path> optionalPath(JobKey key) {
    return optional(key).map(Path::of);
  }

  public long count(JobKey key) {
    return Long.parseLong(text(key));
  }

  public boolean yes(JobKey key) {
    return Boolean.parseBoolean(text(key));
  }

  public Optional<YearMonth> month(JobKey key) {
    return optional(key).map(YearMonth::parse);
  }

  public int year() {
    return Integer.parseInt(text(CommonKeys.YEAR));
  }

  /** The day the run stands for, or {@code today} where the file leaves it out. */
  public LocalDate businessDate(LocalDate today) {
    return optional(CommonKeys.BUSINESS_DATE).map(LocalDate::parse).orElse(today);
  }

  public Population population() {
    return Population.of(text(CommonKeys.POPULATION)).orElseThrow();
  }

  /** Whether the run writes the year's workbooks, and not only takes in what came. */
  public boolean writesWorkbooks() {
    return text(CommonKeys.WORKBOOKS).equals("year");
  }

  /** Whether each agency has workbooks of its own. */
  public boolean writesByAgency() {
    return text(CommonKeys.OUTPUT_BY).equals("agency");
  }

  /** Whether other processes read the run's files. */
  public boolean hasWorkersElsewhere() {
    return text(CommonKeys.WORKERS).equals("remote");
  }

  public ReadLimits readLimits() {
    return new ReadLimits(
        count(CommonKeys.MAX_FILE_BYTES),
        count(CommonKeys.MAX_INFLATED_BYTES),
        Math.toIntExact(count(CommonKeys.MAX_ENTRIES)),
        Math.toIntExact(count(CommonKeys.MAX_CELL_CHARACTERS)),
        Math.toIntExact(count(CommonKeys.MAX_COLUMNS)),
        Math.toIntExact(count(CommonKeys.MAX_FILE_SECONDS)));
  }
}
