package basedecl.desk.account;

import basedecl.account.Account;
import basedecl.account.EventKind;
import basedecl.account.EventSubject;
import basedecl.account.Role;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.Faults;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.security.Recorder;
import basedecl.desk.security.SignedIn;
import basedecl.job.account.AccountChanges;
import basedecl.job.account.By;
import basedecl.job.account.Handed;
import basedecl.ledger.account.AccountLedger;
import basedecl.message.RefusedException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One account, and what is done with it. */
@Controller
final class AccountController {

  private static final List<String> DONE = List.of("lock", "unlock", "second-factor");

  private final AccountLedger accounts;
  private final AccountChanges changes;
  private final AccountPage.Source pages;
  private final Recorder recorder;
  private final DeskSettings desk;

  AccountController(
      AccountLedger accounts,
      AccountChanges changes,
      AccountPage.Source pages,
      Recorder recorder,
      DeskSettings desk) {
    this.accounts = accounts;
    this.changes = changes;
    this.pages = pages;
    this.recorder = recorder;
    this.desk = desk;
  }

  /**
   * @param done what was done just now
   */
  @GetMapping("/accounts/{id}")
  String account(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String done,
      Locale locale,
      Model model) {
    Account account = account(id);
    if (account.role() == Role.PERSON) {
      recorder.done(who, EventKind.LOOKED_AT, EventSubject.account(account.name()));
    }
    model.addAttribute("done", DONE.contains(done) ? "desk.account.done." + done : "");
    return page(who, account, locale, model);
  }

  private String page(SignedIn who, Account account, Locale locale, Model model) {
    model.addAttribute("it", pages.page(account, who.account(), ProgramMessages.language(locale)));
    return "account/account";
  }

  private Account account(long id) {
    return accounts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/accounts/{id}/lock")
  String lock(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable long id,
      Faults faults,
      Locale locale,
      Model model) {
    return change(who, id, "lock", changes::lock, faults, locale, model);
  }

  @PostMapping("/accounts/{id}/unlock")
  String unlock(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable long id,
      Faults faults,
      Locale locale,
      Model model) {
    return change(who, id, "unlock", changes::unlock, faults, locale, model);
  }

  @PostMapping("/accounts/{id}/second-factor")
  String removeSecondFactor(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable long id,
      Faults faults,
      Locale locale,
      Model model) {
    return change(who, id, "second-factor", changes::removeSecondFactor, faults, locale, model);
  }

  /** A change of an account by somebody. */
  private interface Change {
    void make(Account account, By by);
  }

  private String change(
      SignedIn who,
      long id,
      String what,
      Change change,
      Faults faults,
      Locale locale,
      Model model) {
    Account account = account(id);
    try {
      change.make(account, Hand.of(who, desk));
    } catch (RefusedException e) {
      return refused(who, account, what, e, faults, locale, model);
    }
    return "redirect:/accounts/" + id + "?done=" + what;
  }

  /** The password stands in this answer and nowhere else: not in the session, not in a file. */
  @PostMapping("/accounts/{id}/reset")
  String reset(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable long id,
      Faults faults,
      Locale locale,
      Model model) {
    Account account = account(id);
    try {
      Handed handed = changes.reset(account, Hand.of(who, desk));
      model.addAttribute(
          "it", HandedPage.of(account, handed, false, ProgramMessages.language(locale)));
      return "account/handed";
    } catch (RefusedException e) {
      return refused(who, account, "reset", e, faults, locale, model);
    }
  }

  private String refused(
      SignedIn who,
      Account account,
      String what,
      RefusedException refused,
      Faults faults,
      Locale locale,
      Model model) {
    faults.at(what, refused.text());
    model.addAttribute("done", "");
    return page(who, account, locale, model);
  }
}
