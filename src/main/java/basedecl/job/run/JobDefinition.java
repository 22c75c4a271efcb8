package basedecl.job.run;

import basedecl.policy.Policy;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.time.LocalDate;
import java.util.List;

/** A job as the command line knows it: its name, its keys and its Spring configuration. */
public interface JobDefinition {

  /** The value of {@code job:} in its file. */
  String name();

  /** Every key its file may hold, {@code job} itself left out. */
  List<JobKey> keys();

  /**
   * Refuses settings that cannot work, before anything is touched.
   *
   * @throws basedecl.message.RefusedException naming what is missing and where to put it
   */
  void check(JobSettings settings, Policy policy, LocalDate businessDate);

  /** Refuses settings that cannot work under the policies the run stands on. */
  default void check(JobSettings settings, Rulebook rules, LocalDate businessDate) {
    check(settings, rules.first(), businessDate);
  }

  /**
   * Whether the job may stand on a policy whose bases are declared under another one: such a policy
   * has dues and payments, and no declarations.
   */
  default boolean takesFollowers() {
    return false;
  }

  /** The configuration that defines the one {@code Job} bean. */
  Class<?> configuration();

  /** That configuration, and what the settings ask for beside it. */
  default List<Class<?>> configurations(JobSettings settings) {
    return List.of(configuration());
  }
}
