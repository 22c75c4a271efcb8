package basedecl.report.flexible;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.assessment.flexible.ElectionPrice;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.Policy;
import basedecl.report.ProblemSheet;
import basedecl.report.RegionHeading;
import basedecl.report.ReportTexts;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code flexible-YEAR.xlsx}: every election of the region and year with what it costs, void ones
 * and those chosen anew for the months before that; and the refused lines of what was handed over.
 */
public final class FlexibleWorkbook {

  private static final TableColumn[] COLUMNS = {
    TableColumn.text("姓名", 14),
    TableColumn.text("证件号码", 21),
    TableColumn.word("险种", 9),
    TableColumn.money("缴费基数", 14),
    TableColumn.percent("费率", 10),
    TableColumn.word("缴费方式", 11),
    TableColumn.money("每期应缴", 14),
    TableColumn.money("全年应缴", 14),
    TableColumn.word("生效月份", 11),
    TableColumn.word("批扣", 8),
    TableColumn.word("状态", 9),
    TableColumn.money("首期应缴", 14),
    TableColumn.word("作废月份", 11)
  };

  private FlexibleWorkbook() {}

  /** Writes {@code flexible-YEAR.xlsx} in {@code folder}. */
  public static Written write(
      Path folder,
      RegionHeading heading,
      Map<InsuranceKind, Policy> policies,
      List<ElectionRecord> elections,
      List<FileFinding> problems)
      throws IOException {
    Path target = folder.resolve("flexible-" + heading.year() + ".xlsx");
    List<Held> held = held(elections);
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      TableRows rows = workbook.sheet(sheet(heading, policies, held), held.size());
      for (Held each : held) {
        add(rows, each, price(heading, policies, each.election()));
      }
      ProblemSheet.add(workbook, heading.title("flexible.problems"), problems);
      return workbook.finish();
    }
  }

  /** An election, and the last month it holds for. */
  private record Held(ElectionRecord election, YearMonth last) {}

  private record Key(IdNumber idNumber, InsuranceKind kind) {

    static Key of(ElectionRecord election) {
      return new Key(election.idNumber(), election.kind());
    }
  }

  private static List<Held> held(List<ElectionRecord> elections) {
    Map<Key, List<ElectionRecord>> byPerson =
        elections.stream().collect(Collectors.groupingBy(Key::of));
    return elections.stream()
        .map(e -> new Held(e, e.last(byPerson.getOrDefault(Key.of(e), List.of(e)))))
        .toList();
  }

  private static Optional<ElectionPrice> price(
      RegionHeading heading, Map<InsuranceKind, Policy> policies, ElectionRecord election) {
    return Optional.ofNullable(policies.get(election.kind()))
        .map(policy -> new ElectionPrice(policy, heading.businessDate()));
  }

  private static TableSheet sheet(
      RegionHeading heading, Map<InsuranceKind, Policy> policies, List<Held> elections) {
    List<String> notes = new ArrayList<>(heading.notes());
    for (InsuranceKind kind : InsuranceKind.values()) {
      List<Held> own = elections.stream().filter(e -> e.election().kind() == kind).toList();
      List<Held> voided = own.stream().filter(e -> !e.election().stands()).toList();
      if (!own.isEmpty()) {
        notes.add(
            say(
                "flexible.totals",
                kind.title(),
                count(own.size() - voided.size()),
                yuan(total(heading, policies, own))));
      }
      if (!voided.isEmpty()) {
        notes.add(
            say(
                "flexible.totals-void",
                kind.title(),
                count(voided.size()),
                yuan(total(heading, policies, voided))));
      }
    }
    notes.add(say("flexible.note"));
    return TableSheet.of("灵活就业缴费", heading.title("flexible.title"), COLUMNS)
        .withNotes(notes)
        .withWarnings(heading.warnings());
  }

  private static Optional<Money> total(
      RegionHeading heading, Map<InsuranceKind, Policy> policies, List<Held> elections) {
    Optional<Money> total = Optional.of(Money.ZERO);
    for (Held each : elections) {
      Optional<Money> year = year(price(heading, policies, each.election()), each);
      total = total.flatMap(sum -> year.map(sum::plus));
    }
    return total;
  }

  /** The months of the year it holds for: those before it was void or another was chosen. */
  private static Optional<Money> year(Optional<ElectionPrice> price, Held held) {
    ElectionRecord election = held.election();
    return price.flatMap(p -> p.until(election.base(), election.from(), held.last()));
  }

  private static void add(TableRows rows, Held held, Optional<ElectionPrice> price)
      throws IOException {
    ElectionRecord election = held.election();
    Money base = election.base();
    rows.row()
        .text(election.name())
        .text(election.idNumber().whole())
        .text(election.kind().title())
        .money(base);
    Optional<BigDecimal> rate = price.flatMap(p -> p.rate(election.from())).map(r -> r.value());
    if (rate.isPresent()) {
      rows.fraction(rate.get());
    } else {
      rows.blank();
    }
    rows.text(election.rhythm().title())
        .money(price.flatMap(p -> p.perSpan(base, election.from(), election.rhythm())))
        .money(year(price, held))
        .text(election.from().toString())
        .text(ReportTexts.yesOrNo(election.batchDebit()))
        .text(say(election.stands() ? "flexible.valid" : "flexible.void"))
        .money(price.flatMap(p -> p.first(base, election.from(), held.last(), election.rhythm())))
        .text(election.voidedFrom().map(YearMonth::toString).orElse(""));
  }
}
