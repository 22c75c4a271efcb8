package basedecl.desk.security;

import basedecl.desk.page.DeskSettings;
import basedecl.desk.upload.UploadFilter;
import basedecl.desk.upload.UploadFolder;
import basedecl.ledger.account.AccountLedger;
import basedecl.ledger.account.FailureLedger;
import basedecl.ledger.account.SecretSeal;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.settings.CommonKeys;
import jakarta.servlet.DispatcherType;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/** What stands between an address and its page, in order; {@link AccessTable} says who may. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

  @Bean
  JdbcTemplate ledgerTemplate(DataSource ledger) {
    return LedgerDatabase.template(ledger);
  }

  @Bean
  AccountLedger accountLedger(JdbcTemplate template, SecretSeal seal) {
    return new AccountLedger(template, seal);
  }

  @Bean
  FailureLedger failureLedger(JdbcTemplate template, Limits limits) {
    return new FailureLedger(template, limits.signIn());
  }

  @Bean
  Recorder recorder(JdbcTemplate template, DeskSettings desk) {
    return new Recorder(template, desk);
  }

  @Bean
  Sessions sessions(Limits limits) {
    return new Sessions(limits.signedIn(), limits.visitors());
  }

  @Bean
  ServerBounds serverBounds(Limits limits) {
    return new ServerBounds(limits);
  }

  /** Before everything else, so that whoever has to wait costs nothing. */
  @Bean
  FilterRegistrationBean<Crowd> crowd(Limits limits) {
    FilterRegistrationBean<Crowd> crowd =
        new FilterRegistrationBean<>(new Crowd(limits.requests()));
    crowd.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return crowd;
  }

  @Bean
  SignInSteps signInSteps(
      AccountLedger accounts,
      FailureLedger failures,
      Sessions sessions,
      Recorder recorder,
      DeskSettings desk) {
    return new SignInSteps(accounts, failures, sessions, recorder, desk);
  }

  @Bean
  SecurityFilterChain pages(
      HttpSecurity http,
      AccountLedger accounts,
      Sessions sessions,
      Recorder recorder,
      Limits limits,
      DeskSettings desk)
      throws Exception {
    Refusals refusals = new Refusals(recorder);
    UploadFilter uploads =
        new UploadFilter(
            limits.uploads(),
            new UploadFolder(desk.keys().path(CommonKeys.WORK)),
            request -> isOpen(request.getRequestURI(), present()),
            refusals::turnAway,
            request -> mostFileBytes(request.getRequestURI(), limits, desk));
    return http.addFilterAfter(
            new SessionCheck(accounts, desk.clock()), SecurityContextHolderFilter.class)
        .addFilterBefore(uploads, CsrfFilter.class)
        .csrf(csrf -> csrf.csrfTokenRepository(new VisitorTokens(sessions)))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .anyRequest()
                    .access(
                        (who, context) ->
                            new AuthorizationDecision(
                                isOpen(context.getRequest().getRequestURI(), who.get()))))
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .build();
  }

  private static @Nullable Authentication present() {
    return SecurityContextHolder.getContext().getAuthentication();
  }

  private static boolean isOpen(String path, @Nullable Authentication who) {
    return AccessTable.allows(
        path, DeskAuthentication.of(who).map(signedIn -> signedIn.account().role()));
  }

  /** Scans may be larger than what is read row by row. */
  private static long mostFileBytes(String path, Limits limits, DeskSettings desk) {
    Optional<AccessTable.Row> row = AccessTable.of(path);
    if (row.filter(AccessTable.Row::scans).isPresent()) {
      return desk.keys().count(CommonKeys.MAX_MATERIAL_BYTES);
    }
    return row.filter(AccessTable.Row::files).isPresent() ? limits.uploads().fileBytes() : 0;
  }
}
