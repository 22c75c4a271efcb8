package basedecl.job.desk;

import java.time.LocalTime;
import java.util.List;

/**
 * What is run every night, in this order, with the year's workbooks.
 *
 * @param at by the local time of the desk's clock
 */
public record Nightly(LocalTime at, List<JobRequest> jobs) {

  public Nightly {
    jobs = List.copyOf(jobs);
  }
}
