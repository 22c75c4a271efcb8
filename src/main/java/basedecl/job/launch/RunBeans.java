package basedecl.job.launch;

import basedecl.job.run.FenceGuard;
import basedecl.job.run.Progress;
import basedecl.job.run.RunConfiguration;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.StopSignal;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What the configurations of a job find beside themselves: the order, the run and its ledger. */
public record RunBeans(
    DataSource database,
    Language language,
    Order order,
    RunContext context,
    FenceGuard guard,
    StopSignal stop,
    Progress progress) {

  private static final Map<String, Object> PROPERTIES =
      Map.of(
          "spring.batch.job.enabled", "false",
          "spring.batch.jdbc.initialize-schema", "never",
          "spring.batch.jdbc.isolation-level-for-create", "read_committed",
          "spring.main.allow-bean-definition-overriding", "false");

  /**
   * The context of these configurations.
   *
   * @param further properties of Spring
   */
  public ConfigurableApplicationContext open(
      List<Class<?>> configurations, Map<String, Object> further) {
    Map<String, Object> properties = new HashMap<>(PROPERTIES);
    properties.putAll(further);
    return new SpringApplicationBuilder(RunConfiguration.class)
        .sources(configurations.toArray(Class<?>[]::new))
        .web(WebApplicationType.NONE)
        .bannerMode(org.springframework.boot.Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .properties(properties)
        .initializers(context -> put(context.getBeanFactory()))
        .run();
  }

  private void put(ConfigurableListableBeanFactory beans) {
    beans.registerSingleton("dataSource", database);
    beans.registerSingleton("settings", order.settings());
    beans.registerSingleton("policyShelf", order.policies());
    beans.registerSingleton("night", context);
    TodaysRoster roster = TodaysRoster.of(LedgerDatabase.template(database), order);
    beans.registerSingleton("rosterFile", roster.file());
    beans.registerSingleton("fenceGuard", guard);
    beans.registerSingleton("stopSignal", stop);
    beans.registerSingleton("progress", progress);
    beans.registerSingleton("language", language);
    RunSummary report = new RunSummary();
    roster.file().warnings().forEach(report::warn);
    order
        .rules()
        .policies()
        .forEach(policy -> policy.deadlineNotices(context.year()).forEach(report::warn));
    beans.registerSingleton("nightReport", report);
  }
}
