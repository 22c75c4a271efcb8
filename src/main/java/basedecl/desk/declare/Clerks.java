package basedecl.desk.declare;

import basedecl.account.Account;
import basedecl.desk.security.SignedIn;
import basedecl.desk.submission.Rules;
import basedecl.desk.submission.RulesShelf;
import basedecl.desk.submission.Submissions.For;
import basedecl.policy.Population;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whose declaration a request is about: the account's only employer, or the one it chose. A choice
 * is kept in the session and looked at anew at every request, since an account may lose an
 * employer. No page takes an employer from its address.
 */
public final class Clerks {

  private static final String EMPLOYER = "declare.employer";
  private static final String POPULATION = "declare.population";

  private final RulesShelf shelf;

  public Clerks(RulesShelf shelf) {
    this.shelf = shelf;
  }

  /** An employer that an account declares for. */
  public record Choice(String code, String name, boolean retirees) {}

  /** The employers that an account can choose from. */
  public List<Choice> choices(SignedIn who) {
    Rules rules = shelf.current();
    return who.account().employers().stream()
        .map(code -> new Choice(code, rules.nameOf(code), rules.declaresRetirees(code)))
        .toList();
  }

  /**
   * Chooses an employer, and whose declaration.
   *
   * @return false where the account may not
   */
  public boolean choose(
      SignedIn who, HttpSession session, String employerCode, Population population) {
    boolean allowed =
        who.account().declaresFor(employerCode)
            && (population == Population.EMPLOYEES
                || shelf.current().declaresRetirees(employerCode));
    if (allowed) {
      session.setAttribute(EMPLOYER, employerCode);
      session.setAttribute(POPULATION, population);
    }
    return allowed;
  }

  /** What was chosen; empty where the account has several employers and chose none yet. */
  public Optional<For> chosen(SignedIn who, HttpSession session) {
    Account account = who.account();
    Optional<String> employer =
        Optional.ofNullable(session.getAttribute(EMPLOYER))
            .map(Object::toString)
            .filter(account::declaresFor)
            .or(() -> only(account));
    return employer.map(code -> whom(account, code, population(session, code)));
  }

  /** Every declaration an account may make: its employers' staff, and retirees where eligible. */
  List<For> all(SignedIn who) {
    Account account = who.account();
    return account.employers().stream()
        .filter(account::declaresFor)
        .flatMap(
            code ->
                Arrays.stream(Population.values())
                    .filter(
                        population ->
                            population == Population.EMPLOYEES
                                || shelf.current().declaresRetirees(code))
                    .map(population -> whom(account, code, population)))
        .toList();
  }

  private static Optional<String> only(Account account) {
    return account.employers().size() == 1
        ? Optional.of(account.employers().get(0)).filter(account::declaresFor)
        : Optional.empty();
  }

  private Population population(HttpSession session, String employerCode) {
    return session.getAttribute(POPULATION) == Population.RETIREES
            && shelf.current().declaresRetirees(employerCode)
        ? Population.RETIREES
        : Population.EMPLOYEES;
  }

  private For whom(Account account, String employerCode, Population population) {
    Rules rules = shelf.current();
    return new For(account.id(), rules.policy().name(), rules.year(), population, employerCode);
  }
}
