package basedecl.desk.signin;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.Recorder;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.FailureLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages for signing in. */
@Configuration(proxyBeanMethods = false)
@Import({
  SignInController.class,
  PasswordController.class,
  SecondFactorController.class,
  EnrolmentController.class,
  SessionsController.class
})
public class SignInConfiguration {

  @Bean
  PasswordCheck passwordCheck(
      AccountLedger accounts, FailureLedger failures, Recorder recorder, DeskSettings desk) {
    return new PasswordCheck(accounts, failures, recorder, desk);
  }
}
