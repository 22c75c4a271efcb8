package basedecl.desk.account;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.submission.DeskFolders;
import basedecl.job.account.AccountChanges;
import basedecl.job.account.ClerkImport;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.AccountSearch;
import basedecl.ledger.year.RosterLedger;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The administrator's pages of accounts and what they stand on. */
@Configuration(proxyBeanMethods = false)
@Import({
  AccountsController.class,
  NewAccountController.class,
  ImportController.class,
  AccountController.class
})
public class AccountConfiguration {

  @Bean
  AccountSearch accountSearch(JdbcTemplate template) {
    return new AccountSearch(template);
  }

  @Bean
  RosterLedger rosterLedger(JdbcTemplate template) {
    return new RosterLedger(template);
  }

  @Bean
  AccountChanges accountChanges(JdbcTemplate template, AccountLedger accounts) {
    return new AccountChanges(template, accounts);
  }

  @Bean
  ClerkImport clerkImport(AccountLedger accounts, RosterLedger roster, AccountChanges changes) {
    return new ClerkImport(accounts, roster, changes);
  }

  @Bean
  Sheets sheets(DeskFolders folders, DeskSettings desk) throws IOException {
    return new Sheets(folders.root(), desk.clock());
  }

  @Bean
  Imports imports(ClerkImport clerks, Sheets sheets, DeskSettings desk) {
    return new Imports(clerks, sheets, desk);
  }

  @Bean
  AccountsPage.Source accountsPages(
      AccountSearch search, AccountLedger accounts, RosterLedger roster, DeskSettings desk) {
    return new AccountsPage.Source(search, accounts, roster, desk);
  }

  @Bean
  AccountPage.Source accountPages(JdbcTemplate template, DeskSettings desk) {
    return new AccountPage.Source(template, desk);
  }

  @Bean
  AccountsWaiting accountsWaiting(AccountSearch search, DeskSettings desk) {
    return new AccountsWaiting(search, desk);
  }
}
