package basedecl.desk.audit;

import basedecl.audit.signal.SignalFinding;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.file.OwnerOnly;
import basedecl.ledger.audit.AuditFilter;
import basedecl.ledger.audit.AuditList;
import basedecl.ledger.audit.AuditList.Audit;
import basedecl.ledger.audit.AuditRecord;
import basedecl.ledger.audit.RankedEmployer;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Percent;
import basedecl.policy.ContributionMonth;
import basedecl.report.YearHeading;
import basedecl.report.audit.AuditListWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the list of a filter as a workbook, which is kept no longer than it is read. */
final class ListWorkbooks {

  private static final int TOGETHER = 500;

  private final RulesShelf shelf;
  private final JdbcTemplate template;
  private final Path folder;

  /**
   * @param folder where a workbook stands while it is written
   */
  ListWorkbooks(RulesShelf shelf, JdbcTemplate template, Path folder) {
    this.shelf = shelf;
    this.template = template;
    this.folder = folder;
  }

  void write(AuditFilter filter, OutputStream out) throws IOException {
    Rules rules = shelf.current();
    AuditList list = new AuditList(template, rules.policy().name(), rules.year());
    Optional<Audit> audit = list.newest();
    List<RankedEmployer> employers =
        audit.map(found -> list.ranked(found, filter, Integer.MAX_VALUE, 0)).orElse(List.of());
    OwnerOnly.createFolders(folder);
    Path target = folder.resolve(UUID.randomUUID() + ".xlsx");
    try {
      AuditListWorkbook.write(
          target,
          heading(rules),
          audit.map(Audit::day).orElse(LocalDate.EPOCH),
          words(filter),
          employers,
          audit.map(found -> signals(list, found, employers)).orElse(Map.of()));
      Files.copy(target, out);
    } finally {
      Files.deleteIfExists(target);
    }
  }

  private static YearHeading heading(Rules rules) {
    return YearHeading.of(
        rules.policy(),
        rules.businessDate(),
        ContributionMonth.of(rules.year(), rules.businessDate()),
        rules.figures());
  }

  private static Map<String, List<AuditRecord>> signals(
      AuditList list, Audit audit, List<RankedEmployer> employers) {
    List<AuditRecord> signals = new ArrayList<>();
    for (int from = 0; from < employers.size(); from += TOGETHER) {
      signals.addAll(
          list.signals(
              audit,
              employers.subList(from, Math.min(employers.size(), from + TOGETHER)).stream()
                  .map(each -> each.employer().employerCode())
                  .toList()));
    }
    return signals.stream().collect(Collectors.groupingBy(AuditRecord::employerCode));
  }

  /** The filter in words, in Chinese as the sheet is. */
  private static List<String> words(AuditFilter filter) {
    List<String> words = new ArrayList<>();
    filter.agency().ifPresent(agency -> words.add(said("desk.declare.agency") + " " + agency));
    filter
        .signal()
        .ifPresent(
            signal ->
                words.add(
                    said("desk.audit.signal")
                        + " "
                        + SignalFinding.titleOf(signal).in(Language.ZH)));
    filter
        .share()
        .ifPresent(share -> words.add(said("desk.audit.share-from") + " " + Percent.exact(share)));
    filter.followUp().ifPresent(each -> words.add(said("desk.audit.follow." + each)));
    filter.outcome().ifPresent(each -> words.add(said("desk.audit.outcome." + each)));
    return words;
  }

  private static String said(String key) {
    return Message.of(key).in(Language.ZH);
  }
}
