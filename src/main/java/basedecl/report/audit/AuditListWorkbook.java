package basedecl.report.audit;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;

import basedecl.audit.OutcomeKind;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.audit.signal.SignalFinding;
import basedecl.audit.signal.TaxComparison;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.audit.AuditRecord;
import basedecl.ledger.audit.RankedEmployer;
import basedecl.message.Language;
import basedecl.report.AgencyTelephones;
import basedecl.report.YearHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 稽核名单: the employers that an auditor's filter let through, in the columns of the audit's 概览, with
 * the follow-up and what came of it.
 */
public final class AuditListWorkbook {

  private static final List<TableColumn> COLUMNS =
      Stream.concat(
              AuditWorkbook.rankedColumns(),
              Stream.of(
                  TableColumn.count("新增线索", 9),
                  TableColumn.count("持续线索", 9),
                  TableColumn.count("已解除线索", 10),
                  TableColumn.word("结果", 10)))
          .toList();

  private AuditListWorkbook() {}

  /**
   * @param audited the day of the audit this is from
   * @param filter in words, one each
   * @param signals by employer
   */
  public static Written write(
      Path target,
      YearHeading heading,
      LocalDate audited,
      List<String> filter,
      List<RankedEmployer> employers,
      Map<String, List<AuditRecord>> signals)
      throws IOException {
    AgencyTelephones telephones = AgencyTelephones.of(heading.policy());
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      TableRows rows =
          workbook.sheet(
              TableSheet.of("稽核名单", heading.title("audit.list.title"), COLUMNS)
                  .withNotes(
                      List.of(
                          heading.policyNote(),
                          say(
                              "audit.list.note",
                              audited.toString(),
                              filter.isEmpty() ? say("audit.list.all") : String.join("；", filter),
                              count(employers.size())),
                          say("audit.rank"))),
              employers.size());
      for (RankedEmployer each : employers) {
        row(
            rows,
            each,
            telephones.of(each.agency()),
            signals.getOrDefault(each.employer().employerCode(), List.of()));
      }
      return workbook.finish();
    }
  }

  private static void row(
      TableRows rows, RankedEmployer each, String telephone, List<AuditRecord> signals)
      throws IOException {
    rows.row(each.employer().flagged())
        .number(each.rank())
        .text(each.employer().employerCode())
        .text(each.employer().employerName())
        .text(each.agency())
        .text(telephone)
        .number(each.employer().persons())
        .fraction(
            new LowerLimitShare(each.employer().atLower(), each.employer().persons()).fraction())
        .number(each.signals())
        .text(
            signals.stream()
                .map(
                    signal ->
                        SignalFinding.titleOf(signal.signal()).in(Language.ZH)
                            + " "
                            + signal.value())
                .collect(Collectors.joining("；")));
    if (each.employer().tax().isPresent()) {
      TaxComparison tax = each.employer().tax().get();
      rows.money(tax.baseShort()).money(tax.duesShort().total());
    } else {
      rows.blank().blank();
    }
    rows.number(each.fresh())
        .number(each.signals() - each.fresh())
        .number(each.cleared())
        .text(each.outcome().map(OutcomeKind::title).orElse(""));
  }
}
