package basedecl.desk.bill;

import basedecl.account.Account;
import basedecl.account.Role;
import basedecl.assessment.flexible.InstalmentState;
import basedecl.assessment.flexible.PaidInstalment;
import basedecl.desk.flexible.ConfirmPage;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.HomeNote;
import basedecl.ledger.flexible.PersonLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.person.IdNumber;
import basedecl.report.ReportTexts;
import basedecl.report.flexible.FlexibleAccount;
import basedecl.report.flexible.PersonPayments;
import java.util.List;
import java.util.Optional;

/**
 * On the first page of somebody who pays alone: the next payment of each kind, or that none is
 * chosen.
 */
final class PayerWaiting implements HomeNote.Source {

  private final PersonLedger ledger;
  private final DeskSettings desk;

  PayerWaiting(PersonLedger ledger, DeskSettings desk) {
    this.ledger = ledger;
    this.desk = desk;
  }

  @Override
  public List<HomeNote> of(Account account, Language language) {
    if (account.role() != Role.PERSON || account.person().isEmpty()) {
      return List.of();
    }
    List<FlexibleAccount> accounts = accounts(account.person().get());
    if (accounts.isEmpty()) {
      return List.of(
          note(
              Message.of("desk.payer.none", Integer.toString(desk.year())),
              "/flexible/choose",
              "desk.choose.title",
              false,
              language));
    }
    return accounts.stream().flatMap(each -> next(each, language).stream()).toList();
  }

  private List<FlexibleAccount> accounts(IdNumber person) {
    return PersonPayments.of(
            ledger.of(person, desk.businessDate()),
            desk.policies(),
            desk.businessDate(),
            day -> true)
        .accounts()
        .stream()
        .filter(each -> each.year() == desk.year())
        .toList();
  }

  private Optional<HomeNote> next(FlexibleAccount account, Language language) {
    return account.instalments().stream()
        .filter(each -> each.state(desk.businessDate()) != InstalmentState.PAID)
        .findFirst()
        .map(each -> note(account, each, language));
  }

  private HomeNote note(FlexibleAccount account, PaidInstalment next, Language language) {
    return note(
        Message.of(
            "desk.payer.next",
            Message.of("desk.flexible.kind." + account.kind()).in(language),
            ConfirmPage.months(next.due().first(), next.due().instalment().last()),
            ReportTexts.yuan(next.open()),
            next.due().lastDay().toString()),
        "/flexible/bills",
        "desk.bills.title",
        next.state(desk.businessDate()) == InstalmentState.INTERRUPTED,
        language);
  }

  private static HomeNote note(
      Message sentence, String link, String linkKey, boolean urgent, Language language) {
    return new HomeNote(
        Message.of("desk.flexible.title").in(language),
        sentence.in(language),
        link,
        Message.of(linkKey).in(language),
        urgent);
  }
}
