package basedecl.job.papers;

import basedecl.job.run.JobDefinition;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.policy.Population;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import basedecl.settings.SheetMonth;
import java.time.LocalDate;
import java.util.List;

/** {@code job: papers}. */
public final class PapersJob implements JobDefinition {

  @Override
  public String name() {
    return "papers";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.and(CommonKeys.POPULATION, CommonKeys.PERIOD);
  }

  @Override
  public void check(JobSettings settings, Policy policy, LocalDate businessDate) {
    if (settings.population() == Population.RETIREES
        && settings.optional(CommonKeys.PERIOD).isPresent()) {
      throw new RefusedException(Message.of("job.period-retirees"));
    }
    SheetMonth.check(settings, settings.year());
  }

  @Override
  public Class<?> configuration() {
    return PapersJobConfiguration.class;
  }
}
