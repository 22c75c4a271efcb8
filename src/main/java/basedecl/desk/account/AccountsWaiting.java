package basedecl.desk.account;

import basedecl.account.Account;
import basedecl.account.Role;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.HomeNote;
import basedecl.ledger.account.AccountSearch;
import basedecl.ledger.account.AccountSearch.Filter;
import basedecl.ledger.account.AccountSearch.Standing;
import basedecl.message.Language;
import basedecl.message.Message;
import java.util.List;
import java.util.stream.Stream;

/** What waits for an administrator: accounts that are locked or whose password is not their own. */
final class AccountsWaiting implements HomeNote.Source {

  private final AccountSearch search;
  private final DeskSettings desk;

  AccountsWaiting(AccountSearch search, DeskSettings desk) {
    this.search = search;
    this.desk = desk;
  }

  @Override
  public List<HomeNote> of(Account account, Language language) {
    if (account.role() != Role.ADMINISTRATOR) {
      return List.of();
    }
    List<HomeNote> notes =
        Stream.of(Standing.LOCKED, Standing.OVER, Standing.UNCHANGED)
            .flatMap(standing -> counted(standing, language))
            .toList();
    return notes.isEmpty()
        ? List.of(note(Message.of("desk.account.nothing-waits"), "/accounts", language))
        : notes;
  }

  private Stream<HomeNote> counted(Standing standing, Language language) {
    int count = search.count(Filter.of(standing), desk.clock().instant());
    String word = AccountsPage.word(standing);
    return count == 0
        ? Stream.empty()
        : Stream.of(
            note(
                Message.of("desk.account.waits." + word, Integer.toString(count)),
                "/accounts?state=" + word,
                language));
  }

  private static HomeNote note(Message sentence, String link, Language language) {
    return new HomeNote(
        Message.of("desk.account.title").in(language),
        sentence.in(language),
        link,
        Message.of("desk.account.to-accounts").in(language),
        false);
  }
}
