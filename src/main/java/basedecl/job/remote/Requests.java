package basedecl.job.remote;

import java.util.function.Consumer;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.messaging.MessageChannel;

/**
 * The way of requests from a run to its workers: the one place that knows by what they travel. A
 * request holds the number of a step execution and nothing of anybody's data.
 */
public interface Requests {

  /** Where a run puts its requests. */
  MessageChannel channel(String group);

  /**
   * Gives one request of the group to {@code work}. Until that returns nobody else is given it;
   * where it throws, or its process ends, the request is there again.
   *
   * @return false where none is there
   */
  boolean take(String group, Consumer<StepExecutionRequest> work);

  /** Forgets the requests of all groups but this one, unless somebody works on them. */
  void forgetOthers(String group);
}
