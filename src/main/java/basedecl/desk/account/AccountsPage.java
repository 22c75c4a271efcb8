package basedecl.desk.account;

import basedecl.account.Account;
import basedecl.account.Role;
import basedecl.desk.page.DeskSettings;
import basedecl.job.account.AccountTexts;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.AccountSearch;
import basedecl.ledger.account.AccountSearch.Filter;
import basedecl.ledger.account.AccountSearch.Standing;
import basedecl.ledger.year.RosterLedger;
import basedecl.message.Language;
import basedecl.message.Message;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the list of accounts.
 *
 * @param total found in all
 * @param next the address of the next page; empty on the last one
 */
public record AccountsPage(
    Asked asked,
    List<Row> rows,
    int total,
    String next,
    List<Choice> roles,
    List<Choice> states,
    List<String> agencies) {

  /** Accounts on a page. */
  private static final int ROWS = 50;

  /** Of a clerk of many employers, so many codes stand in the list. */
  private static final int CODES = 3;

  /** What the address asks for, as it stands there; an unknown word asks for nothing. */
  public record Asked(String q, String role, String state, String agency, long after) {

    static final Asked NOTHING = new Asked("", "", "", "", 0);

    Filter filter() {
      return new Filter(
          said(q), Role.of(role), said(state).flatMap(AccountsPage::standing), said(agency));
    }

    private static Optional<String> said(String text) {
      return Optional.of(text).filter(each -> !each.isBlank());
    }

    boolean isAnything() {
      return !equals(NOTHING);
    }

    /** The same from the account after this one on. */
    String from(long account) {
      UriComponentsBuilder address = UriComponentsBuilder.fromPath("/accounts");
      said(q).ifPresent(text -> address.queryParam("q", "{q}"));
      said(role).ifPresent(word -> address.queryParam("role", "{role}"));
      said(state).ifPresent(word -> address.queryParam("state", "{state}"));
      said(agency).ifPresent(name -> address.queryParam("agency", "{agency}"));
      return address
          .queryParam("after", account)
          .encode()
          .buildAndExpand(Map.of("q", q, "role", role, "state", state, "agency", agency))
          .toUriString();
    }
  }

  /** A word of the address and what it is called. */
  public record Choice(String word, String title) {}

  /** An account in the list. */
  public record Row(
      long id,
      String name,
      String role,
      String scope,
      String state,
      boolean locked,
      String password,
      String secondFactor) {}

  public boolean isFiltered() {
    return asked.isAnything();
  }

  static String word(Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<Standing> standing(String word) {
    return Arrays.stream(Standing.values()).filter(each -> word(each).equals(word)).findFirst();
  }

  /** Makes pages. */
  static final class Source {

    private final AccountSearch search;
    private final AccountLedger accounts;
    private final RosterLedger roster;
    private final DeskSettings desk;

    Source(AccountSearch search, AccountLedger accounts, RosterLedger roster, DeskSettings desk) {
      this.search = search;
      this.accounts = accounts;
      this.roster = roster;
      this.desk = desk;
    }

    AccountsPage page(Asked asked, Language language) {
      Instant now = desk.clock().instant();
      Filter filter = asked.filter();
      Optional<String> after = accounts.find(asked.after()).map(last -> last.name().key());
      List<Account> found = search.page(filter, after, now, ROWS + 1);
      List<Account> shown = found.subList(0, Math.min(ROWS, found.size()));
      return new AccountsPage(
          asked,
          shown.stream().map(account -> row(account, now, language)).toList(),
          search.count(filter, now),
          found.size() > ROWS ? asked.from(shown.get(ROWS - 1).id()) : "",
          Arrays.stream(Role.values())
              .map(role -> new Choice(role.word(), role.title().in(language)))
              .toList(),
          Arrays.stream(Standing.values())
              .map(
                  each ->
                      new Choice(
                          word(each), Message.of("desk.account.state." + word(each)).in(language)))
              .toList(),
          roster.agencies());
    }

    private static Row row(Account account, Instant now, Language language) {
      return new Row(
          account.id(),
          account.name().text(),
          account.role().title().in(language),
          scope(account, language),
          account.state().title().in(language),
          account.isLocked(),
          password(account, now, language),
          AccountTexts.secondFactor(account).in(language));
    }

    private static String scope(Account account, Language language) {
      if (account.role() == Role.PERSON) {
        return "-";
      }
      List<String> employers = account.employers();
      return employers.size() <= CODES
          ? AccountTexts.scope(account, language)
          : Message.of(
                  "desk.account.more-employers",
                  String.join(" ", employers.subList(0, CODES)),
                  Integer.toString(employers.size()))
              .in(language);
    }
  }

  static String password(Account account, Instant now, Language language) {
    return account.isOneTimePasswordOver(now)
        ? Message.of("desk.account.over").in(language)
        : AccountTexts.password(account).in(language);
  }
}
