package basedecl.report.flexible;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.assessment.flexible.ElectionPrice;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.ledger.flexible.ElectionRecord;
import basedecl.money.Money;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code flexible-YEAR.xlsx}: every election of the region and year, void ones too, with what it
 * costs; and the refused lines of what was handed over.
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
    TableColumn.word("状态", 9)
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
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      TableRows rows = workbook.sheet(sheet(heading, policies, elections), elections.size());
      for (ElectionRecord election : elections) {
        add(rows, election, price(heading, policies, election));
      }
      ProblemSheet.add(workbook, heading.title("flexible.problems"), problems);
      return workbook.finish();
    }
  }

  private static Optional<ElectionPrice> price(
      RegionHeading heading, Map<InsuranceKind, Policy> policies, ElectionRecord election) {
    return Optional.ofNullable(policies.get(election.kind()))
        .map(policy -> new ElectionPrice(policy, heading.businessDate()));
  }

  private static TableSheet sheet(
      RegionHeading heading, Map<InsuranceKind, Policy> policies, List<ElectionRecord> elections) {
    List<String> notes = new ArrayList<>(heading.notes());
    for (InsuranceKind kind : InsuranceKind.values()) {
      List<ElectionRecord> standing =
          elections.stream().filter(e -> e.kind() == kind && e.stands()).toList();
      if (!standing.isEmpty()) {
        Optional<Money> total = Optional.of(Money.ZERO);
        for (ElectionRecord election : standing) {
          Optional<Money> year =
              price(heading, policies, election)
                  .flatMap(price -> price.toDecember(election.base(), election.from()));
          total = total.flatMap(sum -> year.map(sum::plus));
        }
        notes.add(say("flexible.totals", kind.title(), count(standing.size()), yuan(total)));
      }
    }
    notes.add(say("flexible.note"));
    return TableSheet.of("灵活就业缴费", heading.title("flexible.title"), COLUMNS)
        .withNotes(notes)
        .withWarnings(heading.warnings());
  }

  private static void add(TableRows rows, ElectionRecord election, Optional<ElectionPrice> price)
      throws IOException {
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
        .money(price.flatMap(p -> p.toDecember(base, election.from())))
        .text(election.from().toString())
        .text(ReportTexts.yesOrNo(election.batchDebit()))
        .text(say(election.stands() ? "flexible.valid" : "flexible.void"));
  }
}
