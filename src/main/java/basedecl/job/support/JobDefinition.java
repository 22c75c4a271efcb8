package basedecl.job.support;

import java.util.List;

/** A job as the command line knows it: its name, its keys and its Spring configuration. */
public interface JobDefinition {

  /** The value of {@code job:} in its file. */
  String name();

  /** Every key its file may hold, {@code job} itself left out. */
  List<JobKey> keys();

  /** The configuration that defines the one {@code Job} bean. */
  Class<?> configuration();
}
