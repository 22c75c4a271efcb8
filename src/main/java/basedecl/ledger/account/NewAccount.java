package basedecl.ledger.account;

import basedecl.account.Role;
import basedecl.account.SignInName;
import basedecl.person.IdNumber;
import java.util.List;
import java.util.Optional;

/** An account to be made; what does not belong to its role is empty. */
public record NewAccount(
    SignInName name,
    Role role,
    Optional<String> agency,
    List<String> employers,
    Optional<IdNumber> person) {

  public NewAccount {
    employers = List.copyOf(employers);
  }

  public static NewAccount clerk(SignInName name, List<String> employers) {
    return new NewAccount(name, Role.CLERK, Optional.empty(), employers, Optional.empty());
  }

  public static NewAccount person(SignInName name, IdNumber number) {
    return new NewAccount(name, Role.PERSON, Optional.empty(), List.of(), Optional.of(number));
  }

  /**
   * @param agency for reviewers and auditors; empty for all agencies
   */
  public static NewAccount ofCentre(SignInName name, Role role, Optional<String> agency) {
    return new NewAccount(name, role, agency, List.of(), Optional.empty());
  }
}
