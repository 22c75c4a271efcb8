package basedecl.report.explain;

import basedecl.assessment.PendingLimits;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PendingLedger;
import basedecl.ledger.year.YearInMonth;
import basedecl.message.Message;
import basedecl.person.IdNumber;
import basedecl.policy.ContributionMonth;
import basedecl.policy.Policy;
import basedecl.report.LimitsNotices;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is explained, and to whom.
 *
 * @param month whose figures are told
 * @param lateFeesOn the day late fees run to; empty where they were never worked out
 * @param knownOn the day on which limits are looked for that nobody took up
 * @param sameLedger the options that bring another command to the same ledger; empty for a reader
 *     of pages, who runs no command and sees numbers masked
 */
public record Explained(
    Policy policy,
    int year,
    YearMonth month,
    Optional<LocalDate> lateFeesOn,
    LocalDate knownOn,
    Optional<String> sameLedger) {

  /** A person's number as the reader sees it. */
  String shown(IdNumber number) {
    return sameLedger.isPresent() ? number.whole() : number.toString();
  }

  /** What is to be said of limits that this employer is not charged by yet. */
  List<Message> notices(JdbcTemplate template, YearInMonth view, DeclarationRecord declaration) {
    Optional<PendingLimits> pending =
        new PendingLedger(
                template, policy, knownOn, ContributionMonth.lastConcerned(month, knownOn))
            .byEmployer(List.of(declaration)).values().stream().findFirst();
    LimitsNotices notices =
        LimitsNotices.of(
            policy,
            knownOn,
            month,
            policy
                .limitsFor(year, month, knownOn)
                .map(limits -> view.chargedOtherwise(List.of(declaration), limits.limits()))
                .orElse(List.of()),
            pending);
    return sameLedger.map(notices::told).orElseGet(notices::toldToEmployer);
  }
}
