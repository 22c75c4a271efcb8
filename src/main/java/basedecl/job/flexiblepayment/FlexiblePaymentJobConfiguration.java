package basedecl.job.flexiblepayment;

import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Take, report. */
@Configuration(proxyBeanMethods = false)
public class FlexiblePaymentJobConfiguration {

  @Bean
  FlexiblePaymentSteps flexiblePaymentSteps(RunServices run, JdbcTemplate jdbc) {
    return new FlexiblePaymentSteps(run, new RegionBooks(run.context(), jdbc));
  }

  @Bean
  Step takingStep(StepFactory steps, FlexiblePaymentSteps payments) {
    return steps.step("taking", payments.taking());
  }

  @Bean
  Step reportStep(StepFactory steps, FlexiblePaymentSteps payments) {
    return steps.step("report", payments.reporting());
  }

  @Bean
  Job flexiblePaymentJob(StepFactory steps, Step takingStep, Step reportStep) {
    return steps.job("flexible-payment", takingStep, reportStep);
  }
}
