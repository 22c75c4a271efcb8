package basedecl.cli;

import basedecl.spreadsheet.CellText;
import basedecl.testing.LimitsOfJuly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs command lines on a {@link Workplace} and remembers what the last one said. */
final class JobRun {

  private final Workplace place;
  private Workplace.Ended last = new Workplace.Ended(0, "", "");

  JobRun(Path folder) {
    this.place = new Workplace(folder);
  }

  /** Runs a job file of {@code jobs/}; {@code pairs} are {@code KEY=VALUE}. */
  int job(String name, String... pairs) {
    last = place.run(name, pairs);
    return last.status();
  }

  /** Runs another command on the same ledger. */
  int command(List<String> command, String... pairs) {
    List<String> words = new ArrayList<>(command);
    for (String pair : pairs) {
      words.addAll(List.of("--set", pair));
    }
    last = place.onLedger(words.toArray(String[]::new));
    return last.status();
  }

  /** Runs {@code quote}, which needs no ledger, as known on a day of 2023. */
  static Workplace.Ended quote(String... options) {
    List<String> words = new ArrayList<>(List.of("quote", "--set", "business-date=2023-02-01"));
    words.addAll(List.of(options));
    return Workplace.command(words.toArray(String[]::new));
  }

  /** The ledger's address for a look into its tables. */
  String h2() {
    return place.database()
        + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0";
  }

  Path output() {
    return place.output();
  }

  String out() {
    return last.out();
  }

  String err() {
    return last.err();
  }

  /** The rows under the header of a sheet, cells joined by {@code |}. */
  List<String> rows(String file, String sheet, String firstTitle) throws IOException {
    return CellText.rows(output().resolve(file), sheet, firstTitle);
  }

  List<String> lines(String file) throws IOException {
    return Files.readAllLines(output().resolve(file));
  }

  /** Writes a file to hand over. */
  Path file(String name, String... lines) throws IOException {
    return place.file(name, lines);
  }

  /** Runs the review over an employer's whole materials and one decision on them. */
  int review(String employer, String date, String decision, String opinion) throws IOException {
    file("materials/" + employer + "/汇总表.pdf", "%PDF-1.4 " + date);
    file("materials/" + employer + "/明细表.pdf", "%PDF-1.4 detail " + date);
    Path decisions =
        file("d-" + date + ".csv", "单位编号,决定,意见", String.join(",", employer, decision, opinion));
    return job(
        "review",
        "business-date=" + date,
        "materials=" + place.folder().resolve("materials"),
        "decisions=" + decisions,
        "confirmations=");
  }

  /** A folder of policies with final limits from July on. */
  void limitsOfJuly() throws IOException {
    file("policies/" + LimitsOfJuly.FILE, LimitsOfJuly.policy());
  }
}
