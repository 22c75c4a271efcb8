package basedecl.desk;

import basedecl.desk.account.AccountConfiguration;
import basedecl.desk.audit.AuditConfiguration;
import basedecl.desk.bill.BillConfiguration;
import basedecl.desk.counter.CounterConfiguration;
import basedecl.desk.declare.DeclareConfiguration;
import basedecl.desk.dues.DuesConfiguration;
import basedecl.desk.edit.EditConfiguration;
import basedecl.desk.explain.ExplainConfiguration;
import basedecl.desk.flexible.FlexibleConfiguration;
import basedecl.desk.home.HomeController;
import basedecl.desk.material.MaterialConfiguration;
import basedecl.desk.open.OpenConfiguration;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.page.PageAdvice;
import basedecl.desk.page.PageErrors;
import basedecl.desk.page.ProgramMessages;
import basedecl.desk.paper.PaperConfiguration;
import basedecl.desk.policy.PolicyConfiguration;
import basedecl.desk.record.RecordConfiguration;
import basedecl.desk.result.ResultConfiguration;
import basedecl.desk.review.ReviewConfiguration;
import basedecl.desk.run.RunConfiguration;
import basedecl.desk.security.SecurityConfiguration;
import basedecl.desk.signin.SignInConfiguration;
import basedecl.desk.submission.Housekeeping;
import basedecl.desk.upload.UploadedFileArgument;
import basedecl.desk.version.VersionConfiguration;
import basedecl.desk.waiting.WaitingConfiguration;
import basedecl.job.desk.RunDesk;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * The pages and what they need of Spring Boot, named one by one: looking at all of its
 * configurations takes longer than the start may take, and a page is served because somebody put it
 * here.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  LifecycleAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
@Import({
  SecurityConfiguration.class,
  SignInConfiguration.class,
  PageAdvice.class,
  PageErrors.class,
  HomeController.class,
  OpenConfiguration.class,
  DeclareConfiguration.class,
  PaperConfiguration.class,
  MaterialConfiguration.class,
  ResultConfiguration.class,
  ReviewConfiguration.class,
  DuesConfiguration.class,
  FlexibleConfiguration.class,
  BillConfiguration.class,
  CounterConfiguration.class,
  EditConfiguration.class,
  VersionConfiguration.class,
  AccountConfiguration.class,
  RecordConfiguration.class,
  ExplainConfiguration.class,
  AuditConfiguration.class,
  RunConfiguration.class,
  WaitingConfiguration.class,
  PolicyConfiguration.class
})
class DeskConfiguration implements WebMvcConfigurer {

  @Bean
  MessageSource messageSource() {
    return new ProgramMessages();
  }

  @Bean
  Housekeeping.Chore oldSummaries(RunDesk runs) {
    return runs::forgetOldSummaries;
  }

  /** Chinese unless the reader chose otherwise; the choice is kept in the browser alone. */
  @Bean
  LocaleResolver localeResolver(DeskSettings desk) {
    CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
    resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Strict");
    resolver.setCookieSecure(desk.isEncrypted());
    resolver.setRejectInvalidCookies(false);
    return resolver;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new UploadedFileArgument());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor chosen = new LocaleChangeInterceptor();
    chosen.setParamName("lang");
    chosen.setIgnoreInvalidLocale(true);
    registry.addInterceptor(chosen);
  }
}
