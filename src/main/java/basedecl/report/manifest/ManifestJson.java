package basedecl.report.manifest;

import basedecl.assessment.Dues;
import basedecl.declaration.procedure.Verdict;
import basedecl.file.ReplacedFile;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.collection.BatchTotals;
import basedecl.ledger.intake.FileRecord;
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.report.YearTotals;
import basedecl.report.audit.AuditLine;
import basedecl.report.audit.AuditPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code manifest.json}: run, business date, policy and its version, counts and totals of the run
 * and, where it states the year, of the year, and the SHA-256 of every file that went in and came
 * out. Amounts are numbers of yuan with two decimals; null where the policy has no rate.
 */
public final class ManifestJson {

  /**
   * Which run it is: its number, its job, and the rules and the day it stood on.
   *
   * @param period the month whose figures counts and totals are; empty where they have none
   * @param workers who read its files, where other processes did
   */
  public record Run(
      long number,
      String job,
      Policy policy,
      int year,
      LocalDate businessDate,
      Optional<YearMonth> period,
      List<String> workers) {

    public Run {
      workers = List.copyOf(workers);
    }

    /** One whose files its own process read. */
    public Run(
        long number,
        String job,
        Policy policy,
        int year,
        LocalDate businessDate,
        Optional<YearMonth> period) {
      this(number, job, policy, year, businessDate, period, List.of());
    }
  }

  /**
   * The year after the run.
   *
   * @param totals of its current declarations
   * @param notDeclared employers of the roster without a declaration
   */
  public record YearState(YearTotals totals, long notDeclared) {}

  /** A file that went in; {@code path} is relative to the inbox. */
  public record Input(String path, String sha256) {}

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private ManifestJson() {}

  /**
   * Writes {@code manifest.json} in {@code folder}.
   *
   * @param receipts the lines of {@code receipts.csv}
   * @param year empty for a run without workbooks, which states its own files only
   * @param batches what was sent to be collected of the year, the key left out where nothing was
   * @param further inputs that are no declarations, such as the roster
   * @param outputs what was written in {@code folder} and below
   */
  public static Written write(
      Path folder,
      Run run,
      Collection<FileRecord> receipts,
      Optional<YearState> year,
      List<BatchTotals> batches,
      List<Input> further,
      List<Written> outputs)
      throws IOException {
    ObjectNode root = head(run);
    ObjectNode counts = root.putObject("counts");
    putCounts(counts, receipts);
    year.ifPresent(
        state -> {
          putYear(counts, state.totals());
          counts.put("not_declared", state.notDeclared());
          putTotals(root.putObject("totals"), state.totals());
        });
    if (!batches.isEmpty()) {
      ArrayNode collection = root.putArray("collection");
      batches.forEach(each -> putBatch(collection.addObject(), each));
    }
    putInputs(root.putArray("inputs"), receipts, further);
    return write(folder, "manifest.json", root, outputs);
  }

  private static void putBatch(ObjectNode node, BatchTotals each) {
    node.put("batch", each.batch().number());
    node.put("period", each.batch().period().toString());
    node.put("business_date", each.batch().businessDate().toString());
    node.put("lines", each.lines());
    node.put("persons", each.difference().persons());
    node.put("employer_due", each.difference().employer().amount());
    node.put("personal_due", each.difference().personal().amount());
    node.put("late_fee", each.difference().lateFee().amount());
  }

  /**
   * Writes {@code audit-manifest.json} in {@code folder}.
   *
   * @param inputs the files handed over: the tax file, last year's, the roster
   * @param outputs what was written in {@code folder} and below
   */
  public static Written writeAudit(
      Path folder, Run run, AuditPicture picture, List<Input> inputs, List<Written> outputs)
      throws IOException {
    YearTotals year = YearTotals.of(picture.lines().stream().map(AuditLine::declaration).toList());
    ObjectNode root = head(run);
    ObjectNode counts = root.putObject("counts");
    putYear(counts, year);
    counts.put("with_signals", picture.ranked().size());
    counts.put("signals", picture.lines().stream().mapToLong(l -> l.signals().size()).sum());
    counts.put("signals_new", picture.followUp().fresh().size());
    counts.put("signals_cleared", picture.followUp().cleared().size());
    AuditPicture.Matching matching = picture.matching();
    if (matching.taxFile()) {
      counts.put("matched", matching.matched());
      counts.put("below_tax", matching.belowTax());
      counts.put("only_declared", matching.onlyDeclared());
      counts.put("only_taxed", matching.onlyTaxed());
      counts.put("not_insured", matching.notInsured().size());
    }
    counts.put("lines_not_used", picture.problems().size() + picture.problemsLeftOut());
    putTotals(root.putObject("totals"), year);
    putInputs(root.putArray("inputs"), List.of(), inputs);
    return write(folder, "audit-manifest.json", root, outputs);
  }

  private static ObjectNode head(Run run) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("run", Long.toString(run.number()));
    root.put("job", run.job());
    root.put("business_date", run.businessDate().toString());
    root.put("year", run.year());
    run.period().ifPresent(month -> root.put("period", month.toString()));
    if (!run.workers().isEmpty()) {
      run.workers().forEach(root.putArray("workers")::add);
    }
    root.putObject("policy")
        .put("name", run.policy().name())
        .put("title", run.policy().title())
        .put("version", run.policy().version());
    return root;
  }

  private static Written write(Path folder, String name, ObjectNode root, List<Written> outputs)
      throws IOException {
    ArrayNode written = root.putArray("outputs");
    for (Written output : outputs) {
      written
          .addObject()
          .put("file", relative(folder, output.path()))
          .put("sha256", output.sha256())
          .put("bytes", output.bytes());
    }
    try (ReplacedFile file = ReplacedFile.at(folder.resolve(name))) {
      String json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
      file.stream().write(json.getBytes(StandardCharsets.UTF_8));
      return file.finish();
    }
  }

  private static void putCounts(ObjectNode counts, Collection<FileRecord> receipts) {
    counts.put(
        "files", receipts.stream().map(r -> new Input(r.file(), r.sha256())).distinct().count());
    ObjectNode verdicts = counts.putObject("verdicts");
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(
          verdict.name().toLowerCase(Locale.ROOT),
          receipts.stream().filter(r -> r.verdict() == verdict).count());
    }
    counts.put("rows_read", receipts.stream().mapToLong(FileRecord::rowsRead).sum());
    counts.put("rows_accepted", receipts.stream().mapToLong(FileRecord::rowsAccepted).sum());
    counts.put("rows_rejected", receipts.stream().mapToLong(FileRecord::rowsRejected).sum());
  }

  private static void putYear(ObjectNode counts, YearTotals year) {
    counts.put("employers", year.employers());
    counts.put("persons", year.persons());
    counts.put("at_lower", year.atLower());
    counts.put("at_upper", year.atUpper());
    counts.put("flagged", year.flagged());
  }

  private static void putTotals(ObjectNode totals, YearTotals year) {
    Dues dues = year.dues();
    totals.put("declared_total", year.declaredTotal().amount());
    totals.put("base_total", year.baseTotal().amount());
    totals.put("employer_due", dues.employer().map(Money::amount).orElse(null));
    totals.put("personal_due", dues.personal().map(Money::amount).orElse(null));
    totals.put("total_due", dues.total().map(Money::amount).orElse(null));
  }

  private static void putInputs(
      ArrayNode inputs, Collection<FileRecord> receipts, List<Input> further) {
    Set<Input> seen = new HashSet<>();
    for (FileRecord receipt : receipts) {
      Input input = new Input(receipt.file(), receipt.sha256());
      if (seen.add(input)) {
        putInput(inputs, input);
      }
    }
    further.forEach(input -> putInput(inputs, input));
  }

  private static void putInput(ArrayNode inputs, Input input) {
    inputs.addObject().put("file", input.path()).put("sha256", input.sha256());
  }

  private static String relative(Path folder, Path file) {
    return folder.toAbsolutePath().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
  }
}
