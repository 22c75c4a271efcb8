package basedecl.job.employerchange;

import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.ledger.run.RunLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Take, report. */
@Configuration(proxyBeanMethods = false)
public class EmployerChangesJobConfiguration {

  @Bean
  EmployerChangeSteps employerChangeSteps(RunServices run, RunLedger runs, JdbcTemplate jdbc) {
    return new EmployerChangeSteps(run, runs, EmployerChangeLedgers.of(jdbc));
  }

  @Bean
  Step takingStep(StepFactory steps, EmployerChangeSteps changes) {
    return steps.step("taking", changes.taking());
  }

  @Bean
  Step reportStep(StepFactory steps, EmployerChangeSteps changes) {
    return steps.step("report", changes.reporting());
  }

  @Bean
  Job employerChangesJob(StepFactory steps, Step takingStep, Step reportStep) {
    return steps.job("employer-changes", takingStep, reportStep);
  }
}
