package basedecl.desk.account;

import basedecl.account.SignInName;
import basedecl.desk.page.ProgramMessages;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All accounts, page by page, with filters that stay in the address. */
@Controller
final class AccountsController {

  private final AccountsPage.Source pages;

  AccountsController(AccountsPage.Source pages) {
    this.pages = pages;
  }

  /**
   * @param q a part of a sign-in name, or an employer's code
   * @param after the number of the account that the page before ended with
   */
  @GetMapping("/accounts")
  String accounts(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "0") long after,
      Locale locale,
      Model model) {
    if (SignInName.isLikeADocument(q)) {
      return "redirect:/accounts?document";
    }
    AccountsPage.Asked asked = new AccountsPage.Asked(q.strip(), role, state, agency, after);
    model.addAttribute("it", pages.page(asked, ProgramMessages.language(locale)));
    return "account/accounts";
  }

  @GetMapping(path = "/accounts", params = "document")
  String notByDocument(Locale locale, Model model) {
    model.addAttribute("document", true);
    model.addAttribute(
        "it", pages.page(AccountsPage.Asked.NOTHING, ProgramMessages.language(locale)));
    return "account/accounts";
  }
}
