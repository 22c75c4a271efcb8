package basedecl.desk.account;

import basedecl.account.Account;
import basedecl.account.Event;
import basedecl.desk.page.DeskSettings;
import basedecl.job.account.AccountTexts;
import basedecl.ledger.account.EventLedger;
import basedecl.message.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What an administrator sees of an account.
 *
 * @param scopeTitle what the scope is: employers, agency, a masked number
 * @param lastDay on which a one-time password opens something; empty where it is none or over
 * @param own whether it is the administrator's own
 */
public record AccountPage(
    long id,
    String name,
    String role,
    String scopeTitle,
    String scope,
    String state,
    boolean locked,
    String password,
    String lastDay,
    String secondFactor,
    boolean enrolled,
    String lastSignIn,
    String lastFailure,
    boolean own) {

  /** Makes pages. */
  static final class Source {

    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final EventLedger events;
    private final DeskSettings desk;

    Source(JdbcTemplate template, DeskSettings desk) {
      this.events = new EventLedger(template);
      this.desk = desk;
    }

    AccountPage page(Account account, Account reader, Language language) {
      Instant now = desk.clock().instant();
      return new AccountPage(
          account.id(),
          account.name().text(),
          account.role().title().in(language),
          "desk.account.scope." + account.role().word(),
          AccountTexts.scope(account, language),
          account.state().title().in(language),
          account.isLocked(),
          AccountsPage.password(account, now, language),
          lastDay(account, now),
          AccountTexts.secondFactor(account).in(language),
          account.secondFactor(),
          time(events.lastSignIn(account.id())),
          time(events.lastFailure(account.id())),
          account.id() == reader.id());
    }

    private String lastDay(Account account, Instant now) {
      return account
          .oneTimeUntil()
          .filter(until -> now.isBefore(until))
          .map(until -> LocalDate.ofInstant(until, desk.zone()).minusDays(1).toString())
          .orElse("");
    }

    private String time(Optional<Event> event) {
      return event
          .map(each -> TIME.format(LocalDateTime.ofInstant(each.at(), desk.zone())))
          .orElse("");
    }
  }
}
