package basedecl.job.topup;

import basedecl.job.run.RunServices;
import basedecl.job.run.StepFactory;
import basedecl.ledger.flexible.ElectionLedger;
import basedecl.ledger.flexible.RetirementLedger;
import basedecl.ledger.flexible.TopUpLedger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bill, report. */
@Configuration(proxyBeanMethods = false)
public class TopUpJobConfiguration {

  @Bean
  TopUpSteps topUpSteps(RunServices run, JdbcTemplate jdbc) {
    return new TopUpSteps(
        run, new ElectionLedger(jdbc), new RetirementLedger(jdbc), new TopUpLedger(jdbc));
  }

  @Bean
  Step billingStep(StepFactory steps, TopUpSteps topUp) {
    return steps.step("billing", topUp.billing());
  }

  @Bean
  Step reportStep(StepFactory steps, TopUpSteps topUp) {
    return steps.step("report", topUp.reporting());
  }

  @Bean
  Job topUpJob(StepFactory steps, Step billingStep, Step reportStep) {
    return steps.job("top-up", billingStep, reportStep);
  }
}
