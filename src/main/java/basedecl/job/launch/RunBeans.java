package basedecl.job.launch;

import basedecl.job.metrics.Watch;
import basedecl.job.run.FenceGuard;
import basedecl.job.run.Progress;
import basedecl.job.run.RunConfiguration;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.StopSignal;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Language;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What the configurations of a job find beside themselves: the order, the run and its ledger. */
public record RunBeans(
    DataSource database,
    Language language,
    Order order,
    RunContext context,
    FenceGuard guard,
    StopSignal stop,
    Progress progress,
    Watch watch) {

  /** The context of these configurations, every part of it made at once. */
  public ConfigurableApplicationContext open(List<Class<?>> configurations) {
    return opened(context(configurations));
  }

  /** As {@link #open}, each part made when it is asked for first. */
  public ConfigurableApplicationContext openLazily(List<Class<?>> configurations) {
    AnnotationConfigApplicationContext spring = context(configurations);
    spring.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    return opened(spring);
  }

  private AnnotationConfigApplicationContext context(List<Class<?>> configurations) {
    AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    spring.setAllowBeanDefinitionOverriding(false);
    put(spring.getBeanFactory());
    watch.over(spring);
    spring.register(RunConfiguration.class);
    spring.register(configurations.toArray(Class<?>[]::new));
    return spring;
  }

  private static ConfigurableApplicationContext opened(AnnotationConfigApplicationContext spring) {
    spring.refresh();
    return spring;
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
