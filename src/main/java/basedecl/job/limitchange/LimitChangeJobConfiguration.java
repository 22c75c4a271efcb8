package basedecl.job.limitchange;

import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.ledger.employer.EmployerChangeLedger;
import basedecl.ledger.intake.MonthsInServiceLedger;
import basedecl.ledger.year.BaseChangeLedger;
import basedecl.ledger.year.MonthlyWageLedger;
import basedecl.ledger.year.MonthsLedger;
import basedecl.ledger.year.YearLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Apply, report. */
@Configuration(proxyBeanMethods = false)
public class LimitChangeJobConfiguration {

  @Bean
  LimitChangeSteps limitChangeSteps(RunServices run, JdbcTemplate jdbc, YearLedger year) {
    return new LimitChangeSteps(
        run,
        year,
        new BaseChangeLedger(jdbc),
        new MonthlyWageLedger(jdbc),
        new MonthsLedger(jdbc),
        new MonthsInServiceLedger(jdbc),
        new EmployerChangeLedger(jdbc).history());
  }

  @Bean
  Step applyingStep(StepFactory steps, LimitChangeSteps limitChange) {
    return steps.step("applying", limitChange.applying());
  }

  @Bean
  Step reportStep(StepFactory steps, LimitChangeSteps limitChange) {
    return steps.step("report", limitChange.reporting());
  }

  @Bean
  Job limitChangeJob(StepFactory steps, Step applyingStep, Step reportStep) {
    return steps.job("limit-change", applyingStep, reportStep);
  }
}
