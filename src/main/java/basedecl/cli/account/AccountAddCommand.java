package basedecl.cli.account;

import basedecl.account.OneTimePassword;
import basedecl.account.Role;
import basedecl.account.SignInName;
import basedecl.cli.terminal.LanguageOption;
import basedecl.cli.terminal.SetOption;
import basedecl.cli.terminal.Terminal;
import basedecl.declaration.Employer;
import basedecl.ledger.account.NewAccount;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code account add NAME --role ROLE}: makes an account and prints its one-time password. */
@Command(name = "add")
final class AccountAddCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "account.name")
  String name = "";

  @Option(names = "--role", required = true, paramLabel = "ROLE", descriptionKey = "account.role")
  String role = "";

  @Option(
      names = "--employer",
      arity = "1..*",
      paramLabel = "CODE",
      descriptionKey = "account.employer")
  List<String> employers = new ArrayList<>();

  @Option(names = "--agency", paramLabel = "NAME", descriptionKey = "account.agency")
  @Nullable String agency;

  @Option(names = "--person", paramLabel = "ID", descriptionKey = "account.person")
  @Nullable String person;

  @Mixin SetOption set = new SetOption();
  @Mixin LanguageOption lang = new LanguageOption();

  AccountAddCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SignInName signInName = new SignInName(name);
    Role of =
        Role.of(role)
            .orElseThrow(
                () -> new RefusedException(Message.of("account.role-unknown", role, words())));
    requireOwnOptions(of);
    try (AccountSession session = AccountSession.open(set.values())) {
      OneTimePassword password = AccountSession.password();
      session.add(List.of(account(session, signInName, of)), List.of(password));
      say("account.added", signInName.text(), of.title().in(terminal.language()));
      say("account.one-time", password.text(), session.lastDay().toString());
      if (of.needsSecondFactor()) {
        say("account.enrols-at-sign-in");
      }
    }
    return 0;
  }

  private static String words() {
    return Stream.of(Role.values()).map(Role::word).collect(Collectors.joining(", "));
  }

  /** An option of another role is refused, since somebody would believe that it does something. */
  private void requireOwnOptions(Role of) {
    refuseUnless(of == Role.CLERK || employers.isEmpty(), "--employer", of);
    refuseUnless(of.mayHaveAgency() || agency == null, "--agency", of);
    refuseUnless(of == Role.PERSON || person == null, "--person", of);
    if (of == Role.CLERK && employers.isEmpty()) {
      throw new RefusedException(Message.of("account.option-missing", "--employer", of.word()));
    }
    if (of == Role.PERSON && person == null) {
      throw new RefusedException(Message.of("account.option-missing", "--person", of.word()));
    }
  }

  private static void refuseUnless(boolean right, String option, Role of) {
    if (!right) {
      throw new RefusedException(Message.of("account.option-of-another-role", option, of.word()));
    }
  }

  private NewAccount account(AccountSession session, SignInName signInName, Role of) {
    if (of == Role.CLERK) {
      requireOnRoster(session);
      return NewAccount.clerk(signInName, employers);
    }
    if (person != null) {
      return NewAccount.person(signInName, session.session().person(person, terminal.language()));
    }
    requireKnownAgency(session);
    return NewAccount.ofCentre(signInName, of, Optional.ofNullable(agency));
  }

  private void requireOnRoster(AccountSession session) {
    List<String> known = session.roster().all().stream().map(Employer::code).toList();
    for (String code : employers) {
      if (!known.isEmpty() && !known.contains(code)) {
        throw new RefusedException(Message.of("account.employer-unknown", code));
      }
    }
  }

  private void requireKnownAgency(AccountSession session) {
    List<String> known =
        session.roster().all().stream()
            .map(Employer::agency)
            .filter(each -> !each.isBlank())
            .distinct()
            .sorted()
            .toList();
    if (agency != null && !known.isEmpty() && !known.contains(agency)) {
      throw new RefusedException(
          Message.of("account.agency-unknown", agency, String.join(", ", known)));
    }
  }

  private void say(String key, String... words) {
    terminal.out().println(Message.of(key, words).in(terminal.language()));
  }
}
