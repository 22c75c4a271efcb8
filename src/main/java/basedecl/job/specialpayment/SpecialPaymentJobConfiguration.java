package basedecl.job.specialpayment;

import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.SpecialLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Take, report. */
@Configuration(proxyBeanMethods = false)
public class SpecialPaymentJobConfiguration {

  @Bean
  SpecialPaymentSteps specialPaymentSteps(RunServices run, JdbcTemplate jdbc) {
    return new SpecialPaymentSteps(run, new SpecialLedger(jdbc), new ElectionLedger(jdbc));
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
