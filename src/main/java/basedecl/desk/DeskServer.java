package basedecl.desk;

import basedecl.desk.page.DeskKeys;
import basedecl.desk.page.DeskSettings;
import basedecl.desk.security.Limits;
import basedecl.job.desk.RunDesk;
import basedecl.ledger.account.SecretSeal;
import basedecl.settings.CommonKeys;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The running desk. */
public final class DeskServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final DeskJobs jobs;

  private DeskServer(ConfigurableApplicationContext context, DeskJobs jobs) {
    this.context = context;
    this.jobs = jobs;
  }

  /**
   * Refuses wrong settings; to be called before the ledger is opened.
   *
   * @param environment that of the process, for the passwords
   */
  public static void check(DeskSettings settings, Map<String, String> environment) {
    StartConditions.check(settings, environment);
  }

  /** Serves the pages until {@link #close}; returns when they answer. */
  public static DeskServer start(
      DeskSettings settings, HikariDataSource ledger, Map<String, String> environment)
      throws IOException {
    long fileBytes = settings.keys().count(CommonKeys.MAX_FILE_BYTES);
    return start(settings, ledger, environment, Limits.of(fileBytes));
  }

  /** The same with other limits than those the desk has for everybody. */
  static DeskServer start(
      DeskSettings settings,
      HikariDataSource ledger,
      Map<String, String> environment,
      Limits limits)
      throws IOException {
    SecretSeal seal = SecretSeal.of(environment);
    // What Tomcat says by the JDK's own logging goes where everything else goes.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    SpringApplication application =
        new SpringApplicationBuilder(DeskConfiguration.class)
            .web(WebApplicationType.SERVLET)
            .bannerMode(org.springframework.boot.Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties(properties(settings, environment, limits))
            .build();
    DeskJobs jobs = DeskJobs.begin(settings, ledger);
    application.addInitializers(
        context -> {
          context.getBeanFactory().registerSingleton("deskJobs", jobs);
          context.getBeanFactory().registerSingleton("runDesk", jobs.runs());
          context.getBeanFactory().registerSingleton("dataSource", ledger);
          context.getBeanFactory().registerSingleton("deskSettings", settings);
          context.getBeanFactory().registerSingleton("secretSeal", seal);
          context.getBeanFactory().registerSingleton("limits", limits);
        });
    boolean started = false;
    try {
      DeskServer server = new DeskServer(application.run(), jobs);
      started = true;
      return server;
    } catch (PortInUseException e) {
      // Taken between the look before and now.
      throw StartConditions.portTaken(e.getPort());
    } finally {
      if (!started) {
        jobs.close();
      }
    }
  }

  private static Map<String, Object> properties(
      DeskSettings settings, Map<String, String> environment, Limits limits) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", settings.keys().text(DeskKeys.PORT));
    properties.put("server.address", settings.keys().text(DeskKeys.ADDRESS));
    properties.put("server.shutdown", "graceful");
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
    properties.put(
        "server.servlet.session.timeout", settings.keys().text(DeskKeys.SESSION_MINUTES) + "m");
    // A browser takes the longer name only from an encrypted page of this very machine.
    properties.put(
        "server.servlet.session.cookie.name", settings.isEncrypted() ? "__Host-desk" : "desk");
    properties.put("server.servlet.session.cookie.http-only", "true");
    properties.put("server.servlet.session.cookie.same-site", "strict");
    properties.put("server.servlet.session.cookie.secure", settings.isEncrypted());
    properties.put("server.servlet.session.tracking-modes", "cookie");
    properties.put("server.tomcat.threads.max", limits.requests().threads());
    properties.put("server.tomcat.max-connections", "500");
    properties.put("server.tomcat.accept-count", "100");
    properties.put("server.tomcat.connection-timeout", "10s");
    properties.put("server.max-http-request-header-size", "16KB");
    // What is left of a body is read away by the desk itself, within bounds, or not at all.
    properties.put("server.tomcat.max-swallow-size", "0B");
    // Where to go is said without this machine's name, which a forged request could choose.
    properties.put("server.tomcat.use-relative-redirects", "true");
    properties.put("spring.mvc.problemdetails.enabled", "false");
    properties.put("spring.web.resources.chain.strategy.content.enabled", "true");
    // Their addresses bear a digest of their content; one without it is not in the table.
    properties.put("spring.web.resources.cache.cachecontrol.max-age", "365d");
    properties.put("spring.web.resources.cache.cachecontrol.cache-public", "true");
    properties.put("spring.web.resources.static-locations", "classpath:/static/");
    // Else each link of a page is looked for among the files, in every library.
    properties.put("spring.mvc.static-path-pattern", "/desk*");
    properties.put("spring.thymeleaf.check-template-location", "false");
    properties.put("spring.thymeleaf.servlet.produce-partial-output-while-processing", "false");
    settings
        .keys()
        .optional(DeskKeys.TLS_KEYSTORE)
        .ifPresent(
            keystore -> {
              properties.put("server.ssl.key-store", "file:" + keystore);
              properties.put("server.ssl.key-store-type", "PKCS12");
              properties.put(
                  "server.ssl.key-store-password",
                  environment.getOrDefault(StartConditions.TLS_PASSWORD, ""));
            });
    settings
        .keys()
        .optional(DeskKeys.TRUSTED_PROXIES)
        .ifPresent(
            proxies -> {
              properties.put("server.forward-headers-strategy", "native");
              properties.put(
                  "server.tomcat.remoteip.internal-proxies",
                  proxies.replace(".", "\\.").replaceAll("\\s*,\\s*", "|"));
            });
    return properties;
  }

  /** The port the pages are served on. */
  public int port() {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  /** Through which this desk runs jobs. */
  RunDesk runs() {
    return jobs.runs();
  }

  @Override
  public void close() {
    context.close();
    jobs.close();
  }
}
