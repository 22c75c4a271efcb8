package basedecl.job.specialpayment;

import basedecl.job.run.Night;
import basedecl.job.run.NightReport;
import basedecl.job.run.NightSteps;
import basedecl.job.run.Outputs;
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
      JobSettings settings, Night night, JdbcTemplate jdbc, NightReport report, Outputs outputs) {
    return new SpecialPaymentSteps(settings, night, new SpecialLedger(jdbc), report, outputs);
  }

  @Bean
  Step takingStep(NightSteps steps, SpecialPaymentSteps special) {
    return steps.step("taking", special.taking());
  }

  @Bean
  Step reportStep(NightSteps steps, SpecialPaymentSteps special) {
    return steps.step("report", special.reporting());
  }

  @Bean
  Job specialPaymentJob(NightSteps steps, Step takingStep, Step reportStep) {
    return steps.job("special-payment", takingStep, reportStep);
  }
}
