package basedecl.desk.account;

import basedecl.account.Account;
import basedecl.account.Role;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.SignedIn;
import basedecl.job.account.AccountChanges;
import basedecl.job.account.AccountForm;
import basedecl.job.account.AccountForm.Part;
import basedecl.job.account.AccountForm.Reading;
import basedecl.job.account.AccountForm.Words;
import basedecl.job.account.Handed;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.NewAccount;
import basedecl.ledger.year.RosterLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** An account made: its role first, then what an account of that role needs. */
@Controller
final class NewAccountController {

  /** What separates codes in a field for several. */
  private static final String BETWEEN = "[\\s,;，；、]+";

  private final AccountLedger accounts;
  private final RosterLedger roster;
  private final AccountChanges changes;
  private final DeskSettings desk;

  NewAccountController(
      AccountLedger accounts, RosterLedger roster, AccountChanges changes, DeskSettings desk) {
    this.accounts = accounts;
    this.roster = roster;
    this.changes = changes;
    this.desk = desk;
  }

  /** What was typed, to be shown again. */
  record Typed(String name, String employers, String agency, String person) {

    static final Typed NOTHING = new Typed("", "", "", "");

    AccountForm form(Role role) {
      return new AccountForm(
          name,
          role,
          Arrays.stream(employers.split(BETWEEN, -1)).filter(code -> !code.isEmpty()).toList(),
          said(agency),
          said(person));
    }

    private static Optional<String> said(String text) {
      return Optional.of(text.strip()).filter(each -> !each.isEmpty());
    }
  }

  @GetMapping("/accounts/new")
  String form(@RequestParam(defaultValue = "") String role, Locale locale, Model model) {
    Optional<Role> chosen = Role.of(role);
    if (chosen.isPresent()) {
      return form(chosen.get(), Typed.NOTHING, locale, model);
    }
    Language language = ProgramMessages.language(locale);
    model.addAttribute(
        "roles",
        Arrays.stream(Role.values())
            .map(each -> new AccountsPage.Choice(each.word(), each.title().in(language)))
            .toList());
    return "account/role";
  }

  private String form(Role role, Typed typed, Locale locale, Model model) {
    model.addAttribute("role", role.word());
    model.addAttribute("roleTitle", role.title().in(ProgramMessages.language(locale)));
    model.addAttribute("typed", typed);
    model.addAttribute("agencies", role.mayHaveAgency() ? roster.agencies() : List.of());
    model.addAttribute("mayHaveAgency", role.mayHaveAgency());
    return "account/new";
  }

  /** The password stands in this answer and nowhere else. */
  @PostMapping("/accounts/new")
  String make(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam String role,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String employers,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") String person,
      Faults faults,
      Locale locale,
      Model model) {
    Role of = Role.of(role).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    Typed typed = new Typed(name.strip(), employers, agency, person);
    Language language = ProgramMessages.language(locale);
    Reading reading = typed.form(of).read(accounts, roster, desk.businessDate(), words(language));
    reading.faults().forEach(fault -> faults.at(field(fault.part()), fault.sentence()));
    if (reading.account().isEmpty()) {
      return form(of, typed, locale, model);
    }
    return made(reading.account().get(), who, faults, language, model)
        ? "account/handed"
        : form(of, typed, locale, model);
  }

  private boolean made(
      NewAccount account, SignedIn who, Faults faults, Language language, Model model) {
    try {
      Handed handed = changes.add(account, Hand.of(who, desk));
      Account now = accounts.find(account.name().text()).orElseThrow();
      model.addAttribute("it", HandedPage.of(now, handed, true, language));
      return true;
    } catch (RefusedException e) {
      // Taken by somebody else since it was looked at.
      faults.at(field(Part.NAME), e.text());
      return false;
    }
  }

  private static Words words(Language language) {
    return new Words(
        part -> Message.of("desk.account." + field(part)).in(language),
        role -> role.title().in(language),
        language);
  }

  private static String field(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }
}
