package basedecl.ledger.audit;

import java.util.List;
import java.util.Set;

/**
 * How an audit's signals stand to those of the audit before.
 *
 * @param standing everything found now, each with the day it stood first
 * @param fresh the keys of those that the audit before had not found
 * @param cleared what the audit before had found and this one has not
 */
public record AuditFollowUp(
    List<AuditRecord> standing, Set<String> fresh, List<AuditRecord> cleared) {

  public AuditFollowUp {
    standing = List.copyOf(standing);
    fresh = Set.copyOf(fresh);
    cleared = List.copyOf(cleared);
  }
}
