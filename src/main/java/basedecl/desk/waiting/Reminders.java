package basedecl.desk.waiting;

import basedecl.declaration.Roster;
import basedecl.declaration.procedure.DeclarationDeadline;
import basedecl.declaration.procedure.Lateness;
import basedecl.desk.submission.Rules;
import basedecl.ledger.review.ProcedureLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import basedecl.report.AgencyTelephones;
import basedecl.report.PaperHeading;
import basedecl.report.review.ProgressRow;
import basedecl.report.review.ProgressRows;
import basedecl.report.review.RemindersWorkbook.Reminder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whom to remind of what: the employers whose turn it is, or that were late. */
final class Reminders {

  /** Turns that an employer is to take; the other ones are the agency's or nobody's. */
  static final List<String> TURNS =
      List.of("not-declared", "rejected", "accepted", "returned", "reopened", "approved");

  private final ProcedureLedger ledger;

  Reminders(ProcedureLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * Which of them.
   *
   * @param turn one of {@link #TURNS}; all of them where it is none
   * @param agency empty for every agency
   */
  record Filter(Population population, String turn, String agency, boolean late) {

    Filter {
      turn = TURNS.contains(turn) ? turn : "";
    }
  }

  /** The employers that a filter leaves. */
  static final class Found {

    private final List<ProgressRow> rows;
    private final Set<String> agencies;
    private final Words words;

    private Found(List<ProgressRow> rows, Set<String> agencies, Words words) {
      this.rows = rows;
      this.agencies = agencies;
      this.words = words;
    }

    int size() {
      return rows.size();
    }

    /** Every agency that an employer to be reminded belongs to. */
    Set<String> agencies() {
      return agencies;
    }

    /** Some of them in order of their codes, worded when they are asked for. */
    List<Line> lines(long skipped, int most) {
      return rows.stream().skip(skipped).limit(most).map(words::line).toList();
    }

    /** All of them. */
    List<Line> lines() {
      return lines(0, rows.size());
    }
  }

  /** An employer with what it is to be told. */
  record Line(Reminder reminder, String turn, String since, boolean late) {}

  Found found(Rules rules, Filter filter, Language language) {
    DeclarationDeadline deadline = DeclarationDeadline.of(rules.policy(), rules.year());
    LocalDate today = rules.businessDate();
    List<ProgressRow> employers =
        ProgressRows.of(
                ledger.standings(
                    new ProcedureLedger.Scope(
                        rules.policy().name(), rules.year(), filter.population())),
                rules.roster().map(Roster::active).orElse(List.of()),
                filter.population(),
                Map.of())
            .stream()
            .filter(row -> TURNS.contains(row.turn().key()))
            .filter(row -> !rules.isNoMore(row.employerCode()))
            .toList();
    return new Found(
        employers.stream()
            .filter(row -> filter.turn().isEmpty() || row.turn().key().equals(filter.turn()))
            .filter(row -> filter.agency().isEmpty() || row.agency().equals(filter.agency()))
            .filter(row -> !filter.late() || !row.lateness(deadline, today).isEmpty())
            .toList(),
        employers.stream()
            .map(ProgressRow::agency)
            .filter(agency -> !agency.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new)),
        new Words(rules, deadline, language));
  }

  /** How the reminders of one year are worded. */
  private static final class Words {

    private final Rules rules;
    private final DeclarationDeadline deadline;
    private final AgencyTelephones telephones;
    private final String lastDay;
    private final Language language;

    Words(Rules rules, DeclarationDeadline deadline, Language language) {
      this.rules = rules;
      this.deadline = deadline;
      this.language = language;
      this.telephones = AgencyTelephones.of(rules.policy());
      Optional<String> day =
          new PaperHeading(rules.policy(), rules.year(), rules.businessDate()).declareBy();
      String key = deadline.isOpen(rules.businessDate()) ? "open" : "over";
      this.lastDay =
          day.map(words -> Message.of("desk.waiting.text.day-" + key, words).in(language))
              .orElse("");
    }

    Line line(ProgressRow row) {
      Set<Lateness> late = row.lateness(deadline, rules.businessDate());
      return new Line(
          new Reminder(
              row.employerCode(),
              row.employerName(),
              row.agency(),
              telephones.of(row.agency()),
              text(row)),
          row.turn().key(),
          row.stateDate().map(LocalDate::toString).orElse("—"),
          !late.isEmpty());
    }

    /** What the employer is told, fit to be sent as it is. */
    private String text(ProgressRow row) {
      String what =
          Message.of(
                  "desk.waiting.text." + row.turn().key(),
                  row.employerName(),
                  Integer.toString(rules.year()))
              .in(language);
      boolean hasDay =
          Set.of("not-declared", "rejected", "accepted", "returned").contains(row.turn().key());
      String telephone = telephones.of(row.agency());
      String contact =
          row.agency().isEmpty() || telephone.isEmpty()
              ? ""
              : Message.of("job.contact", row.agency(), telephone).in(language);
      return (what + (hasDay ? lastDay : "") + contact).strip();
    }
  }
}
