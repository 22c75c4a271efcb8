package basedecl.report.trial;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;

import basedecl.assessment.DeclarationTotals;
import basedecl.assessment.Dues;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.audit.signal.SignalFinding;
import basedecl.audit.trial.PolicyTrial.Outcome;
import basedecl.audit.trial.TrialTotals;
import basedecl.audit.trial.TrialTotals.Change;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.message.Language;
import basedecl.money.Money;
import basedecl.policy.rule.SignalKind;
import basedecl.report.YearHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What other figures of a policy would do: the year's sums before and after, and a line for every
 * employer for whom something becomes another. Every sheet says in red that it is a trial, and
 * which figures were tried.
 */
public final class TrialWorkbook {

  private static final TableColumn[] SUMS = {
    TableColumn.text("项目", 34),
    TableColumn.count("试算前（个）", 14),
    TableColumn.count("试算后（个）", 14),
    TableColumn.count("增减（个）", 12),
    TableColumn.money("试算前（元）", 20),
    TableColumn.money("试算后（元）", 20),
    TableColumn.money("增减（元）", 18)
  };

  private static final TableColumn[] EMPLOYERS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 30),
    TableColumn.word("经办机构", 10),
    TableColumn.count("申报人数", 9),
    TableColumn.count("基数提高人数", 9),
    TableColumn.count("基数降低人数", 9),
    TableColumn.money("试算前基数合计", 16),
    TableColumn.money("试算后基数合计", 16),
    TableColumn.money("基数增减", 15),
    TableColumn.money("试算前应缴合计", 15),
    TableColumn.money("试算后应缴合计", 15),
    TableColumn.money("单位应缴增减", 14),
    TableColumn.money("个人应缴增减", 14),
    TableColumn.money("应缴合计增减", 14),
    TableColumn.percent("试算前下限占比", 10),
    TableColumn.percent("试算后下限占比", 10),
    TableColumn.word("自查自纠", 12),
    TableColumn.prose("线索增减", 30)
  };

  private TrialWorkbook() {}

  /**
   * A figure tried; {@code before} as the policy has it, empty where it has none.
   *
   * @param key its name in a policy file
   */
  public record Tried(String key, Optional<String> before, String after) {}

  /** An employer for whom something becomes another. */
  public record Line(DeclarationRecord declaration, Outcome outcome) {}

  /**
   * Writes the workbook at {@code target}.
   *
   * @param heading of the policy without the figures tried
   * @param seenBefore the signals that could be looked for under the policy's own figures
   * @param seenAfter those that could be under the figures tried
   */
  public static Written write(
      Path target,
      YearHeading heading,
      List<Tried> tried,
      TrialTotals totals,
      Set<SignalKind> seenBefore,
      Set<SignalKind> seenAfter,
      List<Line> lines)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    warnings.add(say("trial.warning"));
    tried.forEach(
        each ->
            warnings.add(
                say(
                    "trial.tried",
                    each.key(),
                    each.before().orElseGet(() -> say("trial.none")),
                    each.after())));
    warnings.addAll(heading.warnings());
    List<String> notes = List.of(heading.policyNote(), heading.limitsNote(), heading.ratesNote());
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      sums(workbook, heading, notes, warnings, totals, seenBefore, seenAfter);
      TableRows rows =
          workbook.sheet(
              TableSheet.of("单位变化", heading.title("trial.employers.title"), EMPLOYERS)
                  .withNotes(notes)
                  .withNotes(
                      List.of(
                          say(
                              "trial.employers.note",
                              count(totals.employers()),
                              count(lines.size()))))
                  .withWarnings(warnings),
              lines.size());
      for (Line line : lines) {
        add(rows, line);
      }
      return workbook.finish();
    }
  }

  private static void sums(
      TableWorkbook workbook,
      YearHeading heading,
      List<String> notes,
      List<String> warnings,
      TrialTotals totals,
      Set<SignalKind> seenBefore,
      Set<SignalKind> seenAfter)
      throws IOException {
    DeclarationTotals was = totals.before();
    DeclarationTotals is = totals.after();
    TableRows rows =
        workbook.sheet(
            TableSheet.of("试算汇总", heading.title("trial.title"), SUMS)
                .withNotes(notes)
                .withNotes(
                    List.of(
                        say(
                            "trial.changed",
                            count(totals.employers()),
                            count(was.persons()),
                            count(totals.employersWithOtherBases()),
                            count(totals.raised() + totals.lowered()),
                            count(totals.raised()),
                            count(totals.lowered()))))
                .withWarnings(warnings));
    money(rows, "trial.sum.bases", Optional.of(was.baseTotal()), Optional.of(is.baseTotal()));
    money(rows, "trial.sum.employer-due", was.dues().employer(), is.dues().employer());
    money(rows, "trial.sum.personal-due", was.dues().personal(), is.dues().personal());
    money(rows, "trial.sum.due", was.dues().total(), is.dues().total());
    number(rows, say("trial.sum.below-lower"), was.declaredBelowLower(), is.declaredBelowLower());
    number(rows, say("trial.sum.at-lower"), was.atLower(), is.atLower());
    number(rows, say("trial.sum.above-upper"), was.loweredToUpper(), is.loweredToUpper());
    number(rows, say("trial.sum.flagged"), totals.flags().before(), totals.flags().after());
    for (SignalKind kind : SignalKind.values()) {
      Change change = totals.signal(kind);
      boolean old = seenBefore.contains(kind);
      boolean now = seenAfter.contains(kind);
      if (old && now) {
        number(rows, signal(kind), change.before(), change.after());
      } else if (old || now) {
        rows.row(true).text(signal(kind));
        if (old) {
          rows.number(change.before()).blank().blank();
        } else {
          rows.blank().number(change.after()).blank();
        }
        rows.blank().blank().blank();
      }
    }
  }

  private static String signal(SignalKind kind) {
    return say("trial.sum.signal", title(kind));
  }

  private static void number(TableRows rows, String name, long was, long is) throws IOException {
    rows.row(was != is).text(name).number(was).number(is).number(is - was);
    rows.blank().blank().blank();
  }

  private static void money(TableRows rows, String key, Optional<Money> was, Optional<Money> is)
      throws IOException {
    rows.row(!was.equals(is)).text(say(key)).blank().blank().blank();
    rows.money(was).money(is).money(difference(was, is));
  }

  private static void add(TableRows rows, Line line) throws IOException {
    Outcome outcome = line.outcome();
    DeclarationTotals was = outcome.before().totals();
    DeclarationTotals is = outcome.after().totals();
    Dues due = was.dues();
    Dues now = is.dues();
    rows.row(outcome.before().flagged() != outcome.after().flagged())
        .text(line.declaration().employerCode())
        .text(line.declaration().employerName())
        .text(line.declaration().agency())
        .number(was.persons())
        .number(outcome.raised())
        .number(outcome.lowered())
        .money(was.baseTotal())
        .money(is.baseTotal())
        .money(is.baseTotal().minus(was.baseTotal()))
        .money(due.total())
        .money(now.total())
        .money(difference(due.employer(), now.employer()))
        .money(difference(due.personal(), now.personal()))
        .money(difference(due.total(), now.total()))
        .fraction(share(was))
        .fraction(share(is))
        .text(flag(outcome))
        .text(signals(outcome));
  }

  private static String flag(Outcome outcome) {
    boolean was = outcome.before().flagged();
    boolean is = outcome.after().flagged();
    if (was == is) {
      return say(is ? "trial.flag.stays" : "trial.flag.none");
    }
    return say(is ? "trial.flag.new" : "trial.flag.gone");
  }

  private static String signals(Outcome outcome) {
    Set<SignalKind> was = outcome.before().signals();
    Set<SignalKind> is = outcome.after().signals();
    List<String> words = new ArrayList<>();
    for (SignalKind kind : SignalKind.values()) {
      if (was.contains(kind) != is.contains(kind)) {
        words.add(say(is.contains(kind) ? "trial.signal.new" : "trial.signal.gone", title(kind)));
      }
    }
    return words.stream().collect(Collectors.joining("；"));
  }

  private static String title(SignalKind kind) {
    return SignalFinding.titleOf(kind.word()).in(Language.ZH);
  }

  private static BigDecimal share(DeclarationTotals totals) {
    return new LowerLimitShare(totals.atLower(), totals.persons()).fraction();
  }

  private static Optional<Money> difference(Optional<Money> was, Optional<Money> is) {
    return was.flatMap(old -> is.map(now -> now.minus(old)));
  }
}
