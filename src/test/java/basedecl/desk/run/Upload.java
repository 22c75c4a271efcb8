package basedecl.desk.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import basedecl.desk.Visitor;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Sends a file by the form of {@code /runs/files}. */
record Upload(Visitor visitor) {

  private static final String BOUNDARY = "----------------run-file-boundary";

  HttpResponse<String> send(String name, String content) throws IOException, InterruptedException {
    String body =
        "--%1$s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%2$s\r\n--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%3$s\"\r\n\r\n%4$s\r\n--%1$s--\r\n"
            .formatted(BOUNDARY, visitor.token("/runs/files"), name, content);
    return visitor.send(
        HttpRequest.newBuilder(visitor.at("/runs/files"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.getBytes(UTF_8)))
            .build());
  }
}
