package basedecl.desk.policy;

import basedecl.assessment.DeclarationTotals;
import basedecl.audit.signal.SignalFinding;
import basedecl.audit.trial.PolicyTrial.Outcome;
import basedecl.audit.trial.TrialTotals;
import basedecl.audit.trial.TrialTotals.Change;
import basedecl.job.audit.Trial;
import basedecl.job.audit.TrialSignals.Sight;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Money;
import basedecl.policy.rule.SignalKind;
import basedecl.report.ReportTexts;
import basedecl.report.trial.TrialWorkbook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a trial comes to.
 *
 * @param head what was tried, a sentence each
 * @param picture the counts and sums that can be drawn
 * @param employers the first of those for whom something becomes another
 * @param changed how many there are
 */
record TrialPage(
    List<String> head,
    List<String> notices,
    boolean placeholder,
    List<Row> sums,
    TrialPicture picture,
    List<String> unseen,
    List<Employer> employers,
    int changed) {

  private static final int SHOWN = 50;

  /** A count or sum before and after. */
  record Row(String title, String before, String after, String difference, boolean other) {}

  /** An employer for whom something becomes another; amounts are a month's. */
  record Employer(
      String code,
      String name,
      String agency,
      String bases,
      String dues,
      String flag,
      boolean newlyFlagged) {}

  /**
   * @param lines the employers that whoever asks may see
   */
  static TrialPage of(
      Trial trial, Trial.Result result, List<TrialWorkbook.Line> lines, Language language) {
    Rows rows = new Rows(language);
    TrialTotals totals = result.totals();
    DeclarationTotals was = totals.before();
    DeclarationTotals is = totals.after();
    rows.money("report.trial.sum.bases", Optional.of(was.baseTotal()), Optional.of(is.baseTotal()));
    rows.money("report.trial.sum.employer-due", was.dues().employer(), is.dues().employer());
    rows.money("report.trial.sum.personal-due", was.dues().personal(), is.dues().personal());
    rows.money("report.trial.sum.due", was.dues().total(), is.dues().total());
    rows.count("report.trial.sum.below-lower", was.declaredBelowLower(), is.declaredBelowLower());
    rows.count("report.trial.sum.at-lower", was.atLower(), is.atLower());
    rows.count("report.trial.sum.above-upper", was.loweredToUpper(), is.loweredToUpper());
    rows.count("report.trial.sum.flagged", totals.flags().before(), totals.flags().after());
    for (SignalKind kind : SignalKind.values()) {
      rows.signal(kind, result);
    }
    return new TrialPage(
        head(trial, result, language),
        result.notices().onSheets(),
        trial.isPlaceholder(),
        rows.rows,
        TrialPicture.of(rows.drawn),
        rows.unseen,
        lines.stream().limit(SHOWN).map(line -> employer(line, language)).toList(),
        lines.size());
  }

  private static List<String> head(Trial trial, Trial.Result result, Language language) {
    TrialTotals totals = result.totals();
    List<String> head = new ArrayList<>();
    head.add(
        Message.of(
                "explain.try.head",
                trial.policy().title(),
                Integer.toString(trial.year()),
                trial.month().toString(),
                trial.day().toString(),
                Long.toString(totals.employers()),
                Long.toString(totals.before().persons()))
            .in(language));
    trial
        .tried()
        .changes()
        .forEach(
            each ->
                head.add(
                    Message.of(
                            "explain.try.tried",
                            each.key(),
                            each.shownBefore().orElse("—"),
                            each.shownAfter())
                        .in(language)));
    head.add(
        Message.of(
                "explain.try.changed",
                Long.toString(totals.employersWithOtherBases()),
                Long.toString(totals.raised() + totals.lowered()),
                Long.toString(totals.raised()),
                Long.toString(totals.lowered()))
            .in(language));
    if (result.otherwise() > 0) {
      head.add(Message.of("explain.try.otherwise", Long.toString(result.otherwise())).in(language));
    }
    return head;
  }

  private static Employer employer(TrialWorkbook.Line line, Language language) {
    Outcome outcome = line.outcome();
    DeclarationTotals was = outcome.before().totals();
    DeclarationTotals is = outcome.after().totals();
    boolean flagged = outcome.before().flagged();
    boolean now = outcome.after().flagged();
    String flag = flagged == now ? (now ? "stays" : "none") : (now ? "new" : "gone");
    return new Employer(
        line.declaration().employerCode(),
        line.declaration().employerName(),
        line.declaration().agency(),
        Rows.signed(is.baseTotal().minus(was.baseTotal())),
        was.dues()
            .total()
            .flatMap(old -> is.dues().total().map(after -> Rows.signed(after.minus(old))))
            .orElse("—"),
        Message.of("report.trial.flag." + flag).in(language),
        now && !flagged);
  }

  /** The rows as they are gathered. */
  private static final class Rows {

    private final Language language;
    private final List<Row> rows = new ArrayList<>();
    private final List<TrialPicture.Measure> drawn = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();

    Rows(Language language) {
      this.language = language;
    }

    void money(String key, Optional<Money> was, Optional<Money> is) {
      String title = Message.of(key).in(language);
      rows.add(
          new Row(
              title,
              yuan(was),
              yuan(is),
              was.flatMap(old -> is.map(now -> signed(now.minus(old)))).orElse("—"),
              !was.equals(is)));
      if (was.isPresent() && is.isPresent()) {
        drawn.add(
            new TrialPicture.Measure(
                title, was.get().amount(), is.get().amount(), yuan(was), yuan(is)));
      }
    }

    void count(String key, long was, long is) {
      count(Message.of(key), was, is, true);
    }

    private void count(Message title, long was, long is, boolean draw) {
      String words = title.in(language);
      rows.add(
          new Row(
              words,
              ReportTexts.count(was),
              ReportTexts.count(is),
              (is > was ? "+" : "") + ReportTexts.count(is - was),
              was != is));
      if (draw) {
        drawn.add(
            new TrialPicture.Measure(
                words,
                BigDecimal.valueOf(was),
                BigDecimal.valueOf(is),
                ReportTexts.count(was),
                ReportTexts.count(is)));
      }
    }

    void signal(SignalKind kind, Trial.Result result) {
      Sight was = result.signals().before().getOrDefault(kind, Sight.OFF);
      Sight is = result.signals().after().getOrDefault(kind, Sight.OFF);
      String name = SignalFinding.titleOf(kind.word()).in(language);
      if (was == Sight.SEEN && is == Sight.SEEN) {
        Change change = result.totals().signal(kind);
        count(Message.of("report.trial.sum.signal", name), change.before(), change.after(), false);
      } else {
        unseen.add(
            Message.of(
                    "explain.try.signal-unseen",
                    name,
                    Message.of("explain.try.sight." + (is == Sight.SEEN ? was : is).name())
                        .in(language))
                .in(language));
      }
    }

    private static String yuan(Optional<Money> money) {
      return money.map(ReportTexts::yuan).orElse("—");
    }

    private static String signed(Money difference) {
      return (difference.signum() > 0 ? "+" : "") + ReportTexts.yuan(difference);
    }
  }
}
