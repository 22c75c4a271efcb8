package basedecl.job.flexible;

import basedecl.assessment.flexible.ElectionCheck;
import basedecl.assessment.flexible.PaymentRhythm;
import basedecl.cell.CellFaults;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.job.flexible.ElectionLine.Column;
import basedecl.job.submitted.SubmittedLine;
import basedecl.ledger.flexible.DeskElection;
import basedecl.ledger.flexible.DeskElection.Action;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.NationalRules;
import basedecl.policy.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The elections of a region and year while lines are applied to them, one after another: at most
 * one stands for a person and kind. Lines of a file and of the desk are held to the same rules.
 */
public final class Elections {

  /**
   * What elections of a region and year stand on.
   *
   * @param businessDate of a run; lines of the desk are checked by the day they were entered
   */
  public record Rules(
      Map<InsuranceKind, Policy> policies,
      NationalRules national,
      int year,
      LocalDate businessDate) {

    public Rules {
      // In their order, in which a refusal names them.
      policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
    }
  }

  private final Rules rules;
  private final Map<Key, ElectionRecord> standing = new HashMap<>();
  private final Map<Long, ElectionRecord> chosen = new LinkedHashMap<>();
  private final Map<Long, ElectionRecord> voided = new LinkedHashMap<>();
  private long nextId;

  private record Key(IdNumber idNumber, InsuranceKind kind) {}

  /** What a line says of a choice, as far as it could be read. */
  private record Choice(
      Optional<String> name,
      Optional<IdNumber> number,
      Optional<InsuranceKind> kind,
      Optional<Money> base,
      Optional<PaymentRhythm> rhythm,
      Optional<YearMonth> from,
      Optional<Boolean> batchDebit) {}

  /** Where the faults of a line go. */
  private interface Line {
    CellFaults faults(Column column);

    boolean isRefused();
  }

  public Elections(Rules rules, Collection<ElectionRecord> before, long firstId) {
    this.rules = rules;
    this.nextId = firstId;
    before.stream()
        .filter(ElectionRecord::stands)
        .forEach(e -> standing.put(new Key(e.idNumber(), e.kind()), e));
  }

  /** Applies a line of a file, or leaves its faults with it. */
  void apply(SubmittedLine<Column> line) {
    Optional<String> name = line.name(Column.NAME);
    Optional<IdNumber> number =
        line.idNumber(Column.DOCUMENT_KIND, Column.ID_NUMBER, rules.businessDate());
    Optional<InsuranceKind> kind = line.kind(Column.KIND, rules.policies());
    Optional<Action> action =
        line.word(Column.ACTION, ElectionLine.ACTIONS, ElectionLine.ACTION_WORDS);
    if (action.isEmpty()) {
      return;
    }
    if (action.get() == Action.VOID) {
      voidOne(ofFile(line), voidFrom(line), number, kind);
    } else {
      Optional<Money> base = line.base(Column.BASE);
      Optional<PaymentRhythm> rhythm =
          kind.filter(each -> each.tierTitle().isPresent()).isPresent()
              ? line.word(Column.RHYTHM, ElectionLine.YEARLY, PaymentRhythm.YEARLY.title())
              : line.word(Column.RHYTHM, ElectionLine.RHYTHMS, ElectionLine.RHYTHM_WORDS);
      Optional<Boolean> batchDebit =
          line.word(Column.BATCH_DEBIT, ElectionLine.CONSENTS, ElectionLine.CONSENT_WORDS);
      Optional<YearMonth> from = line.month(Column.FROM);
      choose(
          ofFile(line),
          new Choice(name, number, kind, base, rhythm, from, batchDebit),
          rules.businessDate());
    }
  }

  private static Line ofFile(SubmittedLine<Column> line) {
    return new Line() {
      @Override
      public CellFaults faults(Column column) {
        return line.faults(column);
      }

      @Override
      public boolean isRefused() {
        return line.isRefused();
      }
    };
  }

  /**
   * Applies a line of the desk.
   *
   * @return what is wrong with it; nothing where it was taken
   */
  public List<ElectionFault> apply(DeskElection.Wish wish, LocalDate enteredOn) {
    List<ElectionFault> faults = new ArrayList<>();
    Line line =
        new Line() {
          @Override
          public CellFaults faults(Column column) {
            return (code, reason, arguments) ->
                faults.add(new ElectionFault(column.part(), code, reason, arguments));
          }

          @Override
          public boolean isRefused() {
            return !faults.isEmpty();
          }
        };
    Optional<InsuranceKind> kind = Optional.of(wish.kind()).filter(rules.policies()::containsKey);
    if (kind.isEmpty()) {
      line.faults(Column.KIND)
          .add(FindingCode.KIND_UNKNOWN, InsuranceKind.titles(rules.policies().keySet()));
    } else if (wish.action() == Action.VOID) {
      voidOne(line, Optional.of(wish.from()), Optional.of(wish.idNumber()), kind);
    } else {
      Optional<PaymentRhythm> rhythm =
          wish.rhythm().filter(r -> r == PaymentRhythm.YEARLY || wish.kind().tierTitle().isEmpty());
      if (rhythm.isEmpty()) {
        line.faults(Column.RHYTHM).add(FindingCode.KIND_UNKNOWN, PaymentRhythm.YEARLY.title());
      }
      choose(
          line,
          new Choice(
              Optional.of(wish.name()),
              Optional.of(wish.idNumber()),
              kind,
              wish.base(),
              rhythm,
              Optional.of(wish.from()),
              Optional.of(wish.batchDebit())),
          enteredOn);
    }
    return faults;
  }

  private void choose(Line line, Choice choice, LocalDate day) {
    if (choice.kind().isPresent() && choice.from().isPresent()) {
      ElectionCheck check = check(choice.kind().get(), day);
      checkChoice(line, check, choice.from().get(), choice.base(), choice.number());
    }
    if (choice.number().isPresent()
        && choice.kind().isPresent()
        && standing.containsKey(new Key(choice.number().get(), choice.kind().get()))) {
      line.faults(Column.ACTION).add(FindingCode.ELECTION_EXISTS);
    }
    if (!line.isRefused()) {
      ElectionRecord election =
          new ElectionRecord(
              nextId++,
              choice.kind().orElseThrow(),
              choice.number().orElseThrow(),
              choice.name().orElseThrow(),
              choice.base().orElseThrow(),
              choice.rhythm().orElseThrow(),
              choice.from().orElseThrow(),
              choice.batchDebit().orElseThrow(),
              Optional.empty());
      standing.put(new Key(election.idNumber(), election.kind()), election);
      chosen.put(election.id(), election);
    }
  }

  private static void checkChoice(
      Line line,
      ElectionCheck check,
      YearMonth from,
      Optional<Money> base,
      Optional<IdNumber> number) {
    if (check.month(from, line.faults(Column.FROM))) {
      base.ifPresent(b -> check.base(b, from, line.faults(Column.BASE)));
      number.ifPresent(n -> check.age(n, from, line.faults(Column.ID_NUMBER)));
    }
  }

  /**
   * Void from 生效月份 on; where that cell is blank from the business date's month, so that no month
   * already served is taken back without being named.
   */
  private Optional<YearMonth> voidFrom(SubmittedLine<Column> line) {
    YearMonth today = YearMonth.from(rules.businessDate());
    YearMonth january = YearMonth.of(rules.year(), 1);
    return line.cell(Column.FROM).isBlank()
        ? Optional.of(today.isBefore(january) ? january : today)
        : line.month(Column.FROM);
  }

  private void voidOne(
      Line line,
      Optional<YearMonth> from,
      Optional<IdNumber> number,
      Optional<InsuranceKind> kind) {
    if (from.isPresent() && from.get().getYear() != rules.year()) {
      line.faults(Column.FROM)
          .add(FindingCode.PERIOD_INVALID, Reason.MONTH_OTHER_YEAR, Integer.toString(rules.year()));
    }
    if (number.isEmpty() || kind.isEmpty()) {
      return;
    }
    Key key = new Key(number.get(), kind.get());
    ElectionRecord election = standing.get(key);
    if (election == null) {
      line.faults(Column.ACTION).add(FindingCode.ELECTION_MISSING);
    } else if (!line.isRefused()) {
      voided.put(election.id(), election.voided(from.orElseThrow()));
      standing.remove(key);
    }
  }

  private ElectionCheck check(InsuranceKind kind, LocalDate day) {
    Policy policy = Optional.ofNullable(rules.policies().get(kind)).orElseThrow();
    return new ElectionCheck(policy, kind, rules.national(), rules.year(), day);
  }

  /** The election that stands for a person and kind. */
  public Optional<ElectionRecord> standing(IdNumber number, InsuranceKind kind) {
    return Optional.ofNullable(standing.get(new Key(number, kind)));
  }

  /** The new elections, as they were made. */
  List<ElectionRecord> chosen() {
    return new ArrayList<>(chosen.values());
  }

  /** Elections that stood and are void now, new ones among them. */
  List<ElectionRecord> voided() {
    return new ArrayList<>(voided.values());
  }
}
