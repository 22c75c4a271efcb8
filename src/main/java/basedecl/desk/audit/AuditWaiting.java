package basedecl.desk.audit;

import basedecl.account.Account;
import basedecl.account.Role;
import basedecl.desk.declare.Figures;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.HomeNote;
import basedecl.ledger.audit.AuditFilter;
import basedecl.ledger.audit.AuditList;
import basedecl.ledger.audit.AuditList.Audit;
import basedecl.ledger.audit.AuditList.Counts;
import basedecl.message.Language;
import basedecl.message.Message;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What waits for an auditor: employers with signals, and those of which nothing came yet. */
final class AuditWaiting implements HomeNote.Source {

  private final AuditList list;

  AuditWaiting(JdbcTemplate template, DeskSettings desk) {
    this.list = new AuditList(template, desk.policy().name(), desk.year());
  }

  @Override
  public List<HomeNote> of(Account account, Language language) {
    if (account.role() != Role.AUDITOR) {
      return List.of();
    }
    AuditFilter theirs = AuditFilter.ofAgency(account.agency());
    return List.of(
        list.newest()
            .map(audit -> note(audit, theirs, language))
            .orElseGet(() -> note(Message.of("desk.home.audit-none"), "/audit", language)));
  }

  private HomeNote note(Audit audit, AuditFilter theirs, Language language) {
    Counts counts = list.counts(audit, theirs);
    return note(
        Message.of(
            "desk.home.audit-counts",
            audit.day().toString(),
            Figures.of(counts.employers()).text(),
            Figures.of(counts.flagged()).text(),
            Figures.of(counts.withoutOutcome()).text()),
        "/audit?outcome=none",
        language);
  }

  private static HomeNote note(Message sentence, String link, Language language) {
    return new HomeNote(
        Message.of("desk.home.audit").in(language),
        sentence.in(language),
        link,
        Message.of("desk.home.audit-open").in(language),
        false);
  }
}
