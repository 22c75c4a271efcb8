package basedecl.job.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.Serializer;
import org.springframework.integration.support.MutableMessage;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * A request as text, {@code STEP NUMBER MESSAGE}: whoever may write to the table of requests can
 * make a worker read a number, and nothing else, as he could with Java's own serialization.
 */
final class RequestText implements Serializer<Message<?>>, Deserializer<Message<?>> {

  private static final int LONGEST = 200;

  @Override
  public void serialize(Message<?> message, OutputStream stream) throws IOException {
    if (!(message.getPayload() instanceof StepExecutionRequest request)) {
      throw new IOException("No request");
    }
    String text =
        request.getStepName()
            + " "
            + request.getStepExecutionId()
            + " "
            + message.getHeaders().getId();
    stream.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Message<?> deserialize(InputStream stream) throws IOException {
    String text = new String(stream.readNBytes(LONGEST), StandardCharsets.UTF_8);
    String[] words = text.split(" ", -1);
    if (words.length != 3 || !words[1].matches("\\d{1,18}") || !words[2].matches("[0-9a-f-]{36}")) {
      throw new IOException("No request");
    }
    // The row is deleted by the message's own number.
    return new MutableMessage<>(
        new StepExecutionRequest(words[0], Long.parseLong(words[1])),
        Map.of(MessageHeaders.ID, UUID.fromString(words[2])));
  }
}
