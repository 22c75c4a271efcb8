package basedecl.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a night is killed: a name for each point, and the plan that leads there. */
final class KillPoints {

  private static final String COMMIT = "com.zaxxer.hikari.pool.ProxyConnection#commit";
  private static final String FLYWAY = "org.flywaydb.core.internal.jdbc.JdbcTemplate";

  private KillPoints() {}

  /** Points that between them cut every step of a night. */
  static Map<String, String> representative() {
    Map<String, String> points = new LinkedHashMap<>();
    points.put("the first table is made", FLYWAY + "#executeStatement:after:3");
    points.put("in the middle of the migration", FLYWAY + "#executeStatement:before:12");
    points.put("the lease is taken", "basedecl.ledger.run.Lease#acquire:after:1");
    points.put(
        "the run is begun", "basedecl.ledger.run.RunLedger#begin:after:1>" + COMMIT + ":after:1");
    points.put(
        "the roster is stored, not committed", "basedecl.ledger.year.RosterLedger#replace:after:1");
    points.put("files are written down, not committed", claiming() + "after:1");
    points.put("files are written down", claiming() + "after:1>" + COMMIT + ":after:1");
    points.put("the first file is moved", "basedecl.job.run.WorkFolder#move:after:1");
    points.put("before the seventh move", "basedecl.job.run.WorkFolder#move:before:7");
    points.put("all moved, not marked", "basedecl.ledger.intake.IntakeLedger#markClaimed:before:1");
    points.put(
        "claimed",
        "basedecl.ledger.intake.IntakeLedger#markClaimed:after:1>" + COMMIT + ":after:1");
    points.put("the first file is hashed", "basedecl.file.FileDigest#sha256:after:2");
    points.put(
        "in the middle of a file", "basedecl.job.intake.DeclarationItemProcessor#assessed:after:7");
    points.put("people are stored", "basedecl.ledger.intake.StagingLedger#storePeople:after:1");
    points.put("before a chunk's commit", writing() + "1>" + COMMIT + ":before:1");
    points.put("after a chunk's commit", writing() + "1>" + COMMIT + ":after:1");
    points.put("before the last chunk's commit", writing() + "3>" + COMMIT + ":before:1");
    points.put(
        "before the publication", "basedecl.ledger.intake.PublishingLedger#publish:before:1");
    points.put("published, not committed", publishing() + COMMIT + ":before:1");
    points.put("published", publishing() + COMMIT + ":after:1");
    points.put("the first workbook is begun", "basedecl.file.ReplacedFile#at:after:1");
    points.put(
        "in the middle of the detail", "basedecl.report.declaration.DetailLines#add:after:15000");
    points.put("before an output's rename", "basedecl.file.ReplacedFile#finish:before:3");
    points.put("after an output's rename", "basedecl.file.ReplacedFile#finish:after:3");
    points.put("before the manifest", "basedecl.report.manifest.ManifestJson#write:before:1");
    points.put("before the archive", "basedecl.job.run.WorkFolder#archive:before:1");
    points.put("some are archived", "basedecl.job.run.WorkFolder#archive:after:5");
    points.put("archived, not committed", "basedecl.job.intake.ArchiveTasklet#execute:after:1");
    points.put("before the run's end", "basedecl.ledger.run.RunLedger#end:before:1");
    return points;
  }

  /** Points after which the night was done: running again is another night. */
  static Map<String, String> afterTheEnd() {
    Map<String, String> points = new LinkedHashMap<>();
    points.put("the run is ended", "basedecl.ledger.run.RunLedger#end:after:1");
    points.put("the lease is given back", "basedecl.ledger.run.Lease#release:after:1");
    return points;
  }

  /** A first point and one within the recovery from it. */
  static Map<String, List<String>> doubles() {
    Map<String, List<String>> points = new LinkedHashMap<>();
    String files = claiming() + "after:1>" + COMMIT + ":after:1";
    points.put(
        "again while files are moved on",
        List.of(files, "basedecl.job.run.WorkFolder#claim:after:4"));
    points.put(
        "again while leftovers are thrown away",
        List.of(
            writing() + "2>" + COMMIT + ":after:1",
            "basedecl.ledger.intake.StagingLedger#discard:after:1"));
    points.put(
        "again when they are thrown away",
        List.of(
            writing() + "1>" + COMMIT + ":after:1",
            "basedecl.ledger.intake.StagingLedger#discard:after:1>" + COMMIT + ":after:1"));
    return points;
  }

  /** Every place at many counts: hours rather than minutes. */
  static Map<String, String> sweep() {
    Map<String, String> points = new LinkedHashMap<>(representative());
    add(points, FLYWAY + "#executeStatement:before:", List.of(1, 2, 4, 6, 8, 10, 15, 20, 25));
    add(points, "basedecl.job.run.WorkFolder#move:before:", List.of(1, 2, 5, 12, 16, 18, 22, 28));
    add(points, "basedecl.job.run.WorkFolder#move:after:", List.of(2, 5, 12, 16, 17, 20, 31));
    add(points, "basedecl.file.FileDigest#sha256:before:", List.of(1, 2, 3, 9, 16));
    add(points, "basedecl.job.intake.DeclarationItemReader#next:after:", List.of(1, 5, 13, 21, 30));
    add(
        points,
        "basedecl.job.intake.DeclarationItemProcessor#assessed:after:",
        List.of(1, 12, 20, 25));
    add(points, "basedecl.ledger.intake.StagingLedger#storeFindings:after:", List.of(1, 2, 3));
    add(points, "basedecl.ledger.intake.StagingLedger#storeDeclarations:after:", List.of(1, 2, 3));
    add(points, "basedecl.ledger.intake.IntakeLedger#markStored:after:", List.of(1, 2, 3));
    add(points, COMMIT + ":before:", List.of(1, 2, 3, 5, 8, 11, 14, 17, 20, 24, 28, 32, 36));
    add(points, COMMIT + ":after:", List.of(1, 2, 4, 6, 9, 12, 15, 18, 22, 26, 30, 34));
    add(points, "basedecl.ledger.intake.IntakeLedger#verdicts:before:", List.of(1));
    add(points, "basedecl.ledger.intake.StagingLedger#replaceFindings:after:", List.of(1));
    add(points, "basedecl.ledger.run.RunLedger#artifact:after:", List.of(1, 2, 4));
    add(points, "basedecl.report.declaration.DetailLines#add:after:", List.of(1, 20_000));
    add(points, "basedecl.answer.MarkedWorkbook#write:before:", List.of(1, 3));
    add(points, "basedecl.file.ReplacedFile#finish:before:", List.of(1, 2, 4, 5, 6, 8, 10));
    add(points, "basedecl.file.ReplacedFile#finish:after:", List.of(1, 2, 4, 5, 6, 8, 10));
    add(points, "basedecl.job.run.WorkFolder#archive:after:", List.of(1, 2, 9, 16));
    return points;
  }

  private static void add(Map<String, String> points, String point, List<Integer> counts) {
    for (int count : new ArrayList<>(counts)) {
      points.put(point.replaceFirst("^.*\\.", "") + count, point + count);
    }
  }

  private static String claiming() {
    return "basedecl.ledger.intake.IntakeLedger#insertClaiming:";
  }

  private static String writing() {
    return "basedecl.job.intake.DeclarationItemWriter#write:after:";
  }

  private static String publishing() {
    return "basedecl.ledger.intake.PublishingLedger#publish:after:1>";
  }
}
