package basedecl.job.specialpayment;

import basedecl.job.run.Outputs;
import basedecl.job.run.RunContext;
import basedecl.job.run.RunSummary;
import basedecl.job.run.StepFactory;
import basedecl.ledger.flexible.SpecialLedger;
import basedecl.settings.JobSettings;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Take, report. */
@Configuration(proxyBeanMethods = false)
public class SpecialPaymentJobConfiguration {

  @Bean
  SpecialPaymentSteps specialPaymentSteps(
      JobSettings settings,
      RunContext runContext,
      JdbcTemplate jdbc,
      RunSummary report,
      Outputs outputs) {
    return new SpecialPaymentSteps(settings, runContext, new SpecialLedger(jdbc), report, outputs);
  }

  @Bean
  Step takingStep(StepFactory steps, SpecialPaymentSteps special) {
    return steps.step("taking", special.taking());
  }

  @Bean
  Step reportStep(StepFactory steps, SpecialPaymentSteps special) {
    return steps.step("report", special.reporting());
  }

  @Bean
  Job specialPaymentJob(StepFactory steps, Step takingStep, Step reportStep) {
    return steps.job("special-payment", takingStep, reportStep);
  }
}
