package basedecl.job.account;

import basedecl.account.Role;
import basedecl.account.SignInName;
import basedecl.declaration.Employer;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.NewAccount;
import basedecl.ledger.year.RosterLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.person.TypedIdNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody typed to have an account made. A part that the role needs must be there and one of
 * another role must not, since somebody would believe that it does something.
 *
 * @param agency empty for all agencies
 * @param person the number of a person's document
 */
public record AccountForm(
    String name,
    Role role,
    List<String> employers,
    Optional<String> agency,
    Optional<String> person) {

  public AccountForm {
    employers = List.copyOf(employers);
  }

  /** The parts of a form, at which something may be wrong. */
  public enum Part {
    NAME,
    EMPLOYERS,
    AGENCY,
    PERSON
  }

  /** What is wrong at a part, with what to do. */
  public record Fault(Part part, Message sentence) {}

  /** How whoever typed knows the parts and the roles. */
  public record Words(
      Function<Part, String> part, Function<Role, String> role, Language language) {}

  /** An account that may be made, or what is wrong. */
  public record Reading(Optional<NewAccount> account, List<Fault> faults) {}

  /** What is wrong whatever the ledger holds. */
  public List<Fault> faults(Words words) {
    return Stream.of(
            fault(Part.NAME, () -> new SignInName(name)),
            notOfRole(Part.EMPLOYERS, words, employers.isEmpty() || role == Role.CLERK),
            notOfRole(Part.AGENCY, words, agency.isEmpty() || role.mayHaveAgency()),
            notOfRole(Part.PERSON, words, person.isEmpty() || role == Role.PERSON),
            missing(Part.EMPLOYERS, words, role != Role.CLERK || !employers.isEmpty()),
            missing(Part.PERSON, words, role != Role.PERSON || person.isPresent()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Fault> notOfRole(Part part, Words words, boolean right) {
    return right
        ? Optional.empty()
        : Optional.of(says(part, words, "account.option-of-another-role"));
  }

  private Optional<Fault> missing(Part part, Words words, boolean right) {
    return right ? Optional.empty() : Optional.of(says(part, words, "account.option-missing"));
  }

  private Fault says(Part part, Words words, String key) {
    return new Fault(part, Message.of(key, words.part().apply(part), words.role().apply(role)));
  }

  private static Optional<Fault> fault(Part part, Supplier<?> reading) {
    try {
      var unused = reading.get();
      return Optional.empty();
    } catch (RefusedException e) {
      return Optional.of(new Fault(part, e.text()));
    }
  }

  /**
   * Reads the form against the ledger: the name must be free, employers and agency on its roster,
   * where it has one.
   *
   * @param day on which the account is made
   */
  public Reading read(AccountLedger accounts, RosterLedger roster, LocalDate day, Words words) {
    List<Fault> faults = new ArrayList<>(faults(words));
    if (faults.stream().noneMatch(fault -> fault.part() == Part.NAME)
        && accounts.find(name).isPresent()) {
      faults.add(new Fault(Part.NAME, AccountLedger.taken(name)));
    }
    unknownEmployer(roster).ifPresent(faults::add);
    unknownAgency(roster).ifPresent(faults::add);
    person
        .flatMap(
            typed -> fault(Part.PERSON, () -> TypedIdNumber.read(typed, day, words.language())))
        .ifPresent(faults::add);
    return new Reading(
        faults.isEmpty() ? Optional.of(account(day, words.language())) : Optional.empty(), faults);
  }

  private Optional<Fault> unknownEmployer(RosterLedger roster) {
    if (employers.isEmpty()) {
      return Optional.empty();
    }
    Set<String> known =
        roster.all().stream().map(Employer::code).collect(Collectors.toUnmodifiableSet());
    return employers.stream()
        .filter(code -> !known.isEmpty() && !known.contains(code))
        .findFirst()
        .map(code -> new Fault(Part.EMPLOYERS, Message.of("account.employer-unknown", code)));
  }

  private Optional<Fault> unknownAgency(RosterLedger roster) {
    List<String> agencies = agency.isEmpty() ? List.of() : roster.agencies();
    return agency
        .filter(named -> !agencies.isEmpty() && !agencies.contains(named))
        .map(
            named ->
                new Fault(
                    Part.AGENCY,
                    Message.of("account.agency-unknown", named, String.join(", ", agencies))));
  }

  private NewAccount account(LocalDate day, Language language) {
    SignInName signInName = new SignInName(name);
    return switch (role) {
      case CLERK -> NewAccount.clerk(signInName, employers);
      case PERSON ->
          NewAccount.person(signInName, TypedIdNumber.read(person.orElseThrow(), day, language));
      case REVIEWER, OPERATOR, AUDITOR, ADMINISTRATOR ->
          NewAccount.ofCentre(signInName, role, agency);
    };
  }
}
