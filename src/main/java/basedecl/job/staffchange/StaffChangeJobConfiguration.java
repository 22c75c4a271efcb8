package basedecl.job.staffchange;

import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Take the changes, report. */
@Configuration(proxyBeanMethods = false)
public class StaffChangeJobConfiguration {

  @Bean
  StaffChangeSteps staffChangeSteps(RunServices run, JdbcTemplate jdbc) {
    return new StaffChangeSteps(run, StaffChangeLedgers.of(jdbc, run.context()));
  }

  @Bean
  Step takingStep(StepFactory steps, StaffChangeSteps changes) {
    return steps.step("taking", changes.taking());
  }

  @Bean
  Step reportStep(StepFactory steps, StaffChangeSteps changes) {
    return steps.step("report", changes.reporting());
  }

  @Bean
  Job staffChangeJob(StepFactory steps, Step takingStep, Step reportStep) {
    return steps.job("staff-changes", takingStep, reportStep);
  }
}
