package basedecl.desk.security;

import basedecl.account.Account;
import java.security.Principal;
import java.time.Instant;

/**
 * Whoever has signed in wholly: password, one of their own, and second factor where one is asked
 * for. Controllers take it as {@code @AuthenticationPrincipal SignedIn}.
 *
 * @param account as it stands in the ledger at this request
 * @param since the moment of signing in
 * @param address where this request comes from
 */
public record SignedIn(Account account, Instant since, String address) implements Principal {

  @Override
  public String getName() {
    return account.name().text();
  }
}
