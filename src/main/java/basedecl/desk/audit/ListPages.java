package basedecl.desk.audit;

import basedecl.account.Account;
import basedecl.audit.Auditor;
import basedecl.audit.signal.LowerLimitShare;
import basedecl.audit.signal.SignalFinding;
import basedecl.audit.signal.TaxComparison;
import basedecl.declaration.Employer;
import basedecl.declaration.Roster;
import basedecl.desk.audit.ListPage.Choice;
import basedecl.desk.audit.ListPage.Line;
import basedecl.desk.declare.Figures;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Pager;
import basedecl.desk.submission.RulesShelf;
import basedecl.ledger.audit.AuditFilter;
import basedecl.ledger.audit.AuditList;
import basedecl.ledger.audit.AuditList.Audit;
import basedecl.ledger.audit.AuditRecord;
import basedecl.ledger.audit.RankedEmployer;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.money.Percent;
import basedecl.policy.rule.SignalKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the pages of the ranked list. */
final class ListPages {

  /** Employers of a page. */
  static final int LINES = 50;

  private final RulesShelf shelf;
  private final AuditList list;

  ListPages(RulesShelf shelf, JdbcTemplate template, DeskSettings desk) {
    this.shelf = shelf;
    this.list = new AuditList(template, desk.policy().name(), desk.year());
  }

  ListPage page(FilterForm form, int page, Account reader, Language language) {
    Optional<Audit> audit = list.newest();
    AuditFilter filter = form.filter(reader);
    long total = audit.map(found -> list.count(found, filter)).orElse(0L);
    Pager pager = Pager.of(page, total, LINES);
    String address = form.address("/audit");
    return new ListPage(
        audit.map(found -> found.day().toString()).orElse(""),
        form,
        reader.agency().isEmpty(),
        agencies(),
        signals(language),
        choices(AuditFilter.FollowUp.values(), "desk.audit.follow.", language),
        choices(AuditFilter.Outcome.values(), "desk.audit.outcome.", language),
        Figures.of(total).text(),
        audit
            .map(
                found ->
                    lines(found, list.ranked(found, filter, LINES, pager.skipped(LINES)), language))
            .orElse(List.of()),
        pager,
        address + (address.contains("?") ? "&" : "?"),
        form.address("/audit/workbook"));
  }

  /** Those of the roster. */
  private List<Choice> agencies() {
    return shelf.current().roster().map(Roster::employers).orElse(List.of()).stream()
        .map(Employer::agency)
        .filter(agency -> !agency.isEmpty())
        .distinct()
        .sorted()
        .map(agency -> new Choice(agency, agency))
        .toList();
  }

  private static List<Choice> signals(Language language) {
    return Stream.concat(
            Stream.of(Auditor.LOWER_LIMIT_SHARE),
            Arrays.stream(SignalKind.values()).map(SignalKind::word))
        .map(word -> new Choice(word, SignalFinding.titleOf(word).in(language)))
        .toList();
  }

  private static List<Choice> choices(Enum<?>[] values, String key, Language language) {
    return Arrays.stream(values)
        .map(
            value ->
                new Choice(FilterForm.word(value), Message.of(key + value.name()).in(language)))
        .toList();
  }

  private List<Line> lines(Audit audit, List<RankedEmployer> employers, Language language) {
    Map<String, List<AuditRecord>> signals =
        list
            .signals(audit, employers.stream().map(each -> each.employer().employerCode()).toList())
            .stream()
            .collect(Collectors.groupingBy(AuditRecord::employerCode));
    List<Line> lines = new ArrayList<>();
    for (RankedEmployer each : employers) {
      lines.add(
          line(each, signals.getOrDefault(each.employer().employerCode(), List.of()), language));
    }
    return lines;
  }

  private static Line line(RankedEmployer each, List<AuditRecord> signals, Language language) {
    Optional<TaxComparison> tax = each.employer().tax();
    return new Line(
        each.rank(),
        each.employer().employerCode(),
        each.employer().employerName(),
        each.agency(),
        Figures.of(each.employer().persons()).text(),
        Figures.of(each.employer().atLower()).text(),
        Percent.rounded(
            new LowerLimitShare(each.employer().atLower(), each.employer().persons()).fraction()),
        signals.stream()
            .map(
                signal ->
                    SignalFinding.titleOf(signal.signal()).in(language) + " " + signal.value())
            .toList(),
        tax.map(found -> Figures.of(found.baseShort()).text()).orElse("—"),
        tax.map(found -> Figures.of(found.duesShort().total()).text()).orElse("—"),
        Message.of(
                "desk.audit.follow-up",
                Integer.toString(each.fresh()),
                Integer.toString(each.signals() - each.fresh()),
                Integer.toString(each.cleared()))
            .in(language),
        Message.of("desk.audit.outcome." + each.outcome().map(Enum::name).orElse("NONE"))
            .in(language));
  }
}
