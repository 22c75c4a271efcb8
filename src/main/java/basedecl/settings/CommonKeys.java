package basedecl.settings;

import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Population;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys that mean the same in every job file (contract 2). */
public final class CommonKeys {

  public static final JobKey POLICY = JobKey.required("policy", JobKey.Kind.TEXT);

  /** The region whose policies for flexible workers hold, in the place of {@link #POLICY}. */
  public static final JobKey REGION = JobKey.required("region", JobKey.Kind.TEXT);

  public static final JobKey YEAR = JobKey.required("year", JobKey.Kind.YEAR);
  public static final JobKey BUSINESS_DATE = JobKey.optional("business-date", JobKey.Kind.DATE);
  public static final JobKey POLICIES = JobKey.optional("policies", JobKey.Kind.EXISTING_FOLDER);
  public static final JobKey INBOX = JobKey.required("inbox", JobKey.Kind.EXISTING_FOLDER);
  public static final JobKey ROSTER = JobKey.optional("roster", JobKey.Kind.EXISTING_FILE);
  public static final JobKey WORK = JobKey.withDefault("work", JobKey.Kind.FOLDER, "var/work");
  public static final JobKey OUTPUT =
      JobKey.withDefault("output", JobKey.Kind.FOLDER, "var/output");
  public static final JobKey DATABASE =
      JobKey.withDefault("database", JobKey.Kind.DATABASE, "jdbc:h2:file:./var/base-declaration");

  /** Size of one file, bytes; more is FILE_TOO_LARGE. */
  public static final JobKey MAX_FILE_BYTES =
      JobKey.withDefault("max-file-bytes", JobKey.Kind.COUNT, "20971520");

  /** A file's parts unpacked, bytes; more is FILE_UNSAFE or FILE_TOO_LARGE. */
  public static final JobKey MAX_INFLATED_BYTES =
      JobKey.withDefault("max-inflated-bytes", JobKey.Kind.COUNT, "209715200");

  public static final JobKey MAX_ENTRIES =
      JobKey.withDefault("max-entries", JobKey.Kind.COUNT, "1000");

  public static final JobKey MAX_CELL_CHARACTERS =
      JobKey.withDefault("max-cell-characters", JobKey.Kind.COUNT, "32767");

  public static final JobKey MAX_COLUMNS =
      JobKey.withDefault("max-columns", JobKey.Kind.COUNT, "256");

  public static final JobKey MAX_FILE_SECONDS =
      JobKey.withDefault("max-file-seconds", JobKey.Kind.COUNT, "60");

  /** Size of one scan, bytes. */
  public static final JobKey MAX_MATERIAL_BYTES =
      JobKey.withDefault("max-material-bytes", JobKey.Kind.COUNT, "52428800");

  /** Seconds a file must have stood still before it is taken. */
  public static final JobKey SETTLE_SECONDS =
      JobKey.withDefault("settle-seconds", JobKey.Kind.COUNT, "2");

  /** The month whose figures the sheets state; that of the business date where left out. */
  public static final JobKey PERIOD = JobKey.optional("period", JobKey.Kind.MONTH);

  /** Whose declarations: those of staff in service or of retirees. */
  public static final JobKey POPULATION =
      JobKey.withDefault("population", JobKey.Kind.POPULATION, Population.EMPLOYEES.word());

  /** Whether a job that takes files in writes the year's workbooks as well: {@code year}. */
  public static final JobKey WORKBOOKS =
      JobKey.withDefault("workbooks", JobKey.Kind.WORKBOOKS, "year");

  /** Whether the year's workbooks are the city's, or each agency has its own: {@code agency}. */
  public static final JobKey OUTPUT_BY =
      JobKey.withDefault("output-by", JobKey.Kind.OUTPUT_BY, "city");

  /** Whether a job only says what it would do: its workbooks, and nothing of it in the ledger. */
  public static final JobKey DRY_RUN = JobKey.withDefault("dry-run", JobKey.Kind.YES_NO, "false");

  private static final String UTF_8 = "UTF-8";

  /** Who reads the files: this process, or the worker processes that wait at its ledger. */
  public static final JobKey WORKERS = JobKey.withDefault("workers", JobKey.Kind.WORKERS, "local");

  /** Into how many pieces the files are cut for workers; four a thread of theirs where left out. */
  public static final JobKey PARTITIONS = JobKey.optional("partitions", JobKey.Kind.COUNT);

  /** How long a run waits for its workers while none of them gets on. */
  public static final JobKey PATIENCE_SECONDS =
      JobKey.withDefault("patience-seconds", JobKey.Kind.COUNT, "120");

  /** Where runs and workers leave their meters for a Prometheus node exporter. */
  public static final JobKey METRICS = JobKey.optional("metrics", JobKey.Kind.EXISTING_FOLDER);

  private static final List<JobKey> EVERY_JOB =
      List.of(YEAR, BUSINESS_DATE, POLICIES, WORK, OUTPUT, DATABASE, METRICS);

  private static final List<JobKey> READING =
      List.of(
          MAX_FILE_BYTES,
          MAX_INFLATED_BYTES,
          MAX_ENTRIES,
          MAX_CELL_CHARACTERS,
          MAX_COLUMNS,
          MAX_FILE_SECONDS);

  private CommonKeys() {}

  /** How files are read. */
  public static List<JobKey> reading() {
    return READING;
  }

  /** The keys of every job that stands on one policy, how files are read, and {@code own}. */
  public static List<JobKey> and(JobKey... own) {
    return gathered(List.of(POLICY, ROSTER), own);
  }

  /** The keys of every job that stands on a region's policies for flexible workers. */
  public static List<JobKey> forRegion(JobKey... own) {
    return gathered(List.of(REGION), own);
  }

  private static List<JobKey> gathered(List<JobKey> rules, JobKey... own) {
    List<JobKey> keys = new ArrayList<>(rules);
    keys.addAll(EVERY_JOB);
    keys.addAll(READING);
    keys.addAll(List.of(own));
    return keys;
  }

  /** The options that bring another command to the ledger and the policies of these settings. */
  public static String sameLedger(JobSettings settings) {
    StringBuilder options = new StringBuilder();
    settings
        .optional(DATABASE)
        .filter(address -> !DATABASE.defaultValue().equals(Optional.of(address)))
        .ifPresent(address -> options.append(option(DATABASE, address)));
    settings.optional(POLICIES).ifPresent(folder -> options.append(option(POLICIES, folder)));
    return options.toString();
  }

  private static String option(JobKey key, String value) {
    String pair = key.name() + "=" + value;
    return " --set "
        + (pair.matches("[\\w./:=@-]+") ? pair : "'" + pair.replace("'", "'\\''") + "'");
  }

  /** Refuses workers elsewhere on a ledger that one process alone can open. */
  public static void checkWorkers(JobSettings settings) {
    String ledger = settings.text(DATABASE);
    if (settings.hasWorkersElsewhere() && LedgerDatabase.isH2(ledger)) {
      throw new RefusedException(Message.of("job.workers-need-mariadb", ledger));
    }
  }

  /** Refuses a work or output folder inside the inbox: the night would read its own files. */
  public static void checkInboxApart(JobSettings settings) {
    Path inbox = settings.path(INBOX).toAbsolutePath().normalize();
    for (JobKey key : List.of(WORK, OUTPUT)) {
      Path folder = settings.path(key).toAbsolutePath().normalize();
      if (folder.startsWith(inbox)) {
        throw new RefusedException(
            Message.of("job.inbox-inside", folder.toString(), inbox.toString()));
      }
    }
  }

  /**
   * Under {@code LANG=C}, as cron and containers have it, Java cannot name a Chinese file. Refused
   * where the inbox holds one; plain names pass.
   */
  public static void checkNamesReadable(JobSettings settings) {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    if (encoding.equalsIgnoreCase(UTF_8)) {
      return;
    }
    try (Stream<Path> files = Files.walk(settings.path(INBOX))) {
      if (files.anyMatch(file -> file.toString().chars().anyMatch(c -> c > 127))) {
        throw new RefusedException(Message.of("job.encoding", encoding));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new RefusedException(Message.of("job.inbox-unreadable", settings.text(INBOX)), e);
    }
  }

  /** The same where folders will be called as agencies are. */
  public static void checkNamesWritable() {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    if (!encoding.equalsIgnoreCase(UTF_8)) {
      throw new RefusedException(Message.of("job.encoding", encoding));
    }
  }
}
