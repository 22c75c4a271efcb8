package basedecl.settings;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.policy.Population;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One key of a job file: its name, the kind of value it takes and its default. A key without a
 * default is required unless it is optional.
 */
public record JobKey(String name, Kind kind, Optional<String> defaultValue, boolean required) {

  /** The kinds of values, each with a check of its own. */
  public enum Kind {
    TEXT,
    YEAR,
    DATE,
    MONTH,
    COUNT,
    YES_NO,
    POPULATION,
    WORKBOOKS,
    OUTPUT_BY,
    WORKERS,
    FOLDER,
    EXISTING_FOLDER,
    EXISTING_FILE,
    EXISTING_FILE_OR_FOLDER,
    DATABASE,
    TIME_OF_DAY,
    PORT,
    ADDRESS,
    ADDRESSES;

    /** A number in a form that needs no look-up of names: of IPv4, or of IPv6. */
    private static final Pattern ADDRESS_LITERAL =
        Pattern.compile(
            "((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}|(?=.*:)[0-9A-Fa-f:.]{2,45}");

    /** Whether {@code value} is one of this kind; a place must exist where the kind says so. */
    boolean admits(String value) {
      return switch (this) {
        case TEXT -> !value.isBlank();
        case YEAR -> value.matches("[12]\\d{3}");
        case COUNT -> value.matches("[1-9]\\d{0,11}");
        case YES_NO -> List.of("true", "false").contains(value);
        case POPULATION -> Population.of(value).isPresent();
        case WORKBOOKS -> List.of("none", "year").contains(value);
        case OUTPUT_BY -> List.of("city", "agency").contains(value);
        case WORKERS -> List.of("local", "remote").contains(value);
        case DATE -> parses(() -> LocalDate.parse(value));
        case MONTH -> parses(() -> YearMonth.parse(value));
        case FOLDER -> !value.isBlank() && !Files.isRegularFile(Path.of(value));
        case EXISTING_FOLDER -> !value.isBlank() && Files.isDirectory(Path.of(value));
        case EXISTING_FILE -> !value.isBlank() && Files.isRegularFile(Path.of(value));
        case EXISTING_FILE_OR_FOLDER -> !value.isBlank() && Files.exists(Path.of(value));
        case DATABASE -> {
          LedgerDatabase.checkAddress(value);
          yield true;
        }
        case TIME_OF_DAY -> value.matches("([01]\\d|2[0-3]):[0-5]\\d");
        case PORT -> value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535;
        case ADDRESS -> ADDRESS_LITERAL.matcher(value).matches();
        case ADDRESSES ->
            Arrays.stream(value.split(",", -1))
                .allMatch(each -> ADDRESS_LITERAL.matcher(each.strip()).matches());
      };
    }

    private static boolean parses(Runnable parse) {
      try {
        parse.run();
        return true;
      } catch (DateTimeParseException e) {
        return false;
      }
    }
  }

  public static JobKey required(String name, Kind kind) {
    return new JobKey(name, kind, Optional.empty(), true);
  }

  public static JobKey optional(String name, Kind kind) {
    return new JobKey(name, kind, Optional.empty(), false);
  }

  public static JobKey withDefault(String name, Kind kind, String value) {
    return new JobKey(name, kind, Optional.of(value), false);
  }
}
