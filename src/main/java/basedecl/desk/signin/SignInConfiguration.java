package basedecl.desk.signin;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.Recorder;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.FailureLedger;
import basedecl.ledger.account.PersonCodeLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages for signing in. */
@Configuration(proxyBeanMethods = false)
@Import({
  SignInController.class,
  PersonSignInController.class,
  PasswordController.class,
  SecondFactorController.class,
  EnrolmentController.class,
  SessionsController.class
})
public class SignInConfiguration {

  @Bean
  PersonCodeLedger personCodeLedger(JdbcTemplate template) {
    return new PersonCodeLedger(template);
  }

  @Bean
  CodeCheck codeCheck(
      AccountLedger accounts,
      PersonCodeLedger codes,
      FailureLedger failures,
      Recorder recorder,
      DeskSettings desk) {
    return new CodeCheck(accounts, codes, failures, recorder, desk);
  }

  @Bean
  PasswordCheck passwordCheck(
      AccountLedger accounts, FailureLedger failures, Recorder recorder, DeskSettings desk) {
    return new PasswordCheck(accounts, failures, recorder, desk);
  }
}
