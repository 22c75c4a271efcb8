package basedecl.desk.run;

import basedecl.declaration.procedure.Verdict;
import basedecl.desk.page.Pager;
import basedecl.ledger.intake.FileRecord;
import basedecl.ledger.intake.ReceiptLedger;
import basedecl.ledger.run.RunRecord;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.report.ReportTexts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a run said to each sender, searched by verdict, employer and code.
 *
 * @param codes every code that a receipt of the run bears
 */
record ReceiptsPage(
    long run,
    String job,
    String verdict,
    String employer,
    String code,
    List<Choice> verdicts,
    List<String> codes,
    long all,
    List<Line> lines,
    Pager pager) {

  private static final int SIZE = 50;

  /** A line of {@code receipts.csv}. */
  record Line(
      String file,
      String verdict,
      boolean accepted,
      String employer,
      String version,
      String rowsRead,
      String rowsRejected,
      String declaredTotal,
      String codes) {}

  /** Makes the pages. */
  static final class Source {

    private final ReceiptLedger ledger;

    Source(ReceiptLedger ledger) {
      this.ledger = ledger;
    }

    ReceiptsPage page(
        RunRecord run, String verdict, String employer, String code, int page, Language language) {
      List<FileRecord> all = ledger.lines(run.runId());
      String asked = employer.strip();
      String ofCode = code.strip().toUpperCase(Locale.ROOT);
      Predicate<FileRecord> wanted =
          line ->
              (verdict.isEmpty() || line.verdict().name().equals(verdict))
                  && (asked.isEmpty() || line.employer().contains(asked))
                  && (ofCode.isEmpty() || line.codes().contains(ofCode));
      List<FileRecord> found = all.stream().filter(wanted).toList();
      Pager pager = Pager.of(page, found.size(), SIZE);
      return new ReceiptsPage(
          run.runId(),
          RunWords.job(run.job(), language),
          verdict,
          asked,
          ofCode,
          Arrays.stream(Verdict.values())
              .map(each -> new Choice(each.name(), word(each, language)))
              .toList(),
          List.copyOf(new TreeSet<>(all.stream().flatMap(line -> line.codes().stream()).toList())),
          all.size(),
          found.stream()
              .skip(pager.skipped(SIZE))
              .limit(SIZE)
              .map(line -> line(line, language))
              .toList(),
          pager);
    }

    private static String word(Verdict verdict, Language language) {
      return Message.of("explain.verdict." + verdict.name()).in(language);
    }

    private static Line line(FileRecord line, Language language) {
      return new Line(
          line.file(),
          word(line.verdict(), language),
          line.verdict() == Verdict.ACCEPTED,
          line.employer(),
          line.version() == 0 ? "—" : Integer.toString(line.version()),
          ReportTexts.count(line.rowsRead()),
          ReportTexts.count(line.rowsRejected()),
          ReportTexts.yuan(line.declaredTotal()),
          String.join(" ", line.codes()));
    }
  }
}
