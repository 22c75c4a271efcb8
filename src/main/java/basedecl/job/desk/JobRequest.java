package basedecl.job.desk;

import java.util.Map;
import java.util.TreeMap;

/** A job by its name, and the keys of its file that are to differ from those of the desk. */
public record JobRequest(String job, Map<String, String> settings) {

  public JobRequest {
    settings = Map.copyOf(settings);
  }

  /** The same with one more key; it wins over one that is there. */
  public JobRequest with(String key, String value) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(key, value);
    return new JobRequest(job, more);
  }
}
