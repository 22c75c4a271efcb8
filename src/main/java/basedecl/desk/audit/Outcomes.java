package basedecl.desk.audit;

import basedecl.audit.OutcomeKind;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.audit.AuditOutcome;
import basedecl.ledger.audit.AuditOutcomeLedger;
import basedecl.ledger.audit.RecordedBy;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Notes what came of an audit where nothing is assessed. */
final class Outcomes {

  private final JdbcTemplate template;
  private final DeskSettings desk;

  Outcomes(JdbcTemplate template, DeskSettings desk) {
    this.template = template;
    this.desk = desk;
  }

  /**
   * Records an outcome, or says field by field what is wrong. The same again by the same account is
   * recorded once: a form may be sent twice.
   */
  Map<String, String> record(String employerCode, String word, String note, SignedIn who) {
    Optional<OutcomeKind> kind =
        Arrays.stream(OutcomeKind.values())
            .filter(each -> each != OutcomeKind.ASSESSED)
            .filter(each -> FilterForm.word(each).equals(word))
            .findFirst();
    String words = note.strip();
    if (kind.isEmpty()) {
      return Map.of("kind", "desk.audit.kind-missing");
    }
    if (kind.get() == OutcomeKind.EXPLAINED && words.isEmpty()) {
      return Map.of("note", "desk.audit.note-missing");
    }
    if (words.length() > AuditOutcomeLedger.LONGEST_NOTE) {
      return Map.of("note", "desk.audit.note-too-long");
    }
    AuditOutcomeLedger ledger = new AuditOutcomeLedger(template, desk.policy().name(), desk.year());
    boolean again =
        ledger.ofEmployer(employerCode).stream()
            .findFirst()
            .filter(newest -> isSame(newest, kind.get(), words, who))
            .isPresent();
    if (!again) {
      ledger.record(
          employerCode,
          kind.get(),
          desk.businessDate(),
          new RecordedBy.Desk(who.getName(), desk.clock().instant()),
          words);
    }
    return Map.of();
  }

  private boolean isSame(AuditOutcome newest, OutcomeKind kind, String note, SignedIn who) {
    return newest.kind() == kind
        && newest.note().equals(note)
        && newest.day().equals(desk.businessDate())
        && newest.by() instanceof RecordedBy.Desk by
        && by.account().equals(who.getName());
  }
}
