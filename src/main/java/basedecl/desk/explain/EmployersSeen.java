package basedecl.desk.explain;

import basedecl.account.Account;
import basedecl.account.Role;
import basedecl.declaration.Employer;
import basedecl.desk.security.SignedIn;
import basedecl.ledger.year.RosterLedger;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Which employers an account sees: a clerk its own, a reviewer or auditor those of its agency, an
 * operator all.
 */
public final class EmployersSeen {

  private final RosterLedger roster;

  public EmployersSeen(RosterLedger roster) {
    this.roster = roster;
  }

  private boolean includes(SignedIn who, String employerCode) {
    Account account = who.account();
    return account.role() == Role.OPERATOR
        || account.declaresFor(employerCode)
        || account.covers(agency(employerCode));
  }

  /** Answers that there is no such page where the account does not see the employer. */
  public void require(SignedIn who, String employerCode) {
    if (!includes(who, employerCode)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  /** The agency that the roster names; empty for an employer that is not on it. */
  private String agency(String employerCode) {
    return roster.find(employerCode).map(Employer::agency).orElse("");
  }
}
