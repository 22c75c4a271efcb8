package basedecl.desk.upload;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Role;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Raw;
import basedecl.desk.Visitor;
import basedecl.desk.security.Limits;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies too large, too slow, too many, or from the wrong people, sent to a running desk. */
@Tag("run")
class UploadTest {

  private static final int FILE_BYTES = 100_000;
  private static DeskUnderTest desk;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    desk = DeskUnderTest.start(folder, UploadTest::small);
  }

  private static Limits small(Limits limits) {
    return new Limits(
        limits.signIn(),
        limits.signedIn(),
        limits.visitors(),
        new UploadLimits(
            FILE_BYTES,
            20_000,
            100,
            Duration.ofSeconds(3),
            Duration.ofMillis(600),
            2_000,
            3,
            2,
            2,
            2,
            Duration.ofMillis(200)),
        limits.requests());
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void whoeverIsNotSignedInIsTurnedAwayBeforeAByteOfTheBody() throws Exception {
    try (Raw raw = new Raw(desk)) {
      raw.send(head("/declare/upload", "Content-Length: 50000"));
      // Not a byte of the body was sent, and the answer is here.
      long until = System.nanoTime() + 5_000_000_000L;
      while (!raw.isAnswered() && System.nanoTime() < until) {
        Thread.sleep(20);
      }
      assertThat(raw.isAnswered()).isTrue();
    }
    Visitor visitor = new Visitor(desk);
    HttpResponse<String> answer = post(visitor, "/declare/upload", file("", 90_000));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Visitor.location(answer)).isEqualTo("/sign-in");
  }

  @Test
  void filesAreTakenOnlyWhereFilesAreSent() throws Exception {
    Visitor clerk = new Visitor(desk);
    clerk.signIn(desk.ready("clerk-of-uploads", Role.CLERK));
    String token = clerk.token("/password");
    assertThat(post(clerk, "/password", file(token, 10)).statusCode()).isEqualTo(415);
    assertThat(post(clerk, "/declare/confirm/1", file(token, 10)).statusCode()).isEqualTo(415);
    assertThat(post(clerk, "/review", file(token, 10)).statusCode()).isEqualTo(403);
    assertNothingLeft();
  }

  @Test
  void theTokenIsAFieldOfTheFormWithTheFile() throws Exception {
    Visitor visitor = new Visitor(desk);
    assertThat(post(visitor, "/check", file("forged", 10)).statusCode()).isEqualTo(403);
    String token = visitor.token("/sign-in");
    assertThat(post(visitor, "/check", file(token, 10)).statusCode()).isNotIn(403, 400, 415);
    assertNothingLeft();
  }

  @Test
  void aFileTooLargeGetsASentenceWhetherItsLengthIsSaidOrNot() throws Exception {
    Visitor visitor = new Visitor(desk);
    String token = visitor.token("/sign-in");
    HttpResponse<String> said = post(visitor, "/check", file(token, 3 * FILE_BYTES));
    assertThat(said.statusCode()).isEqualTo(413);
    assertThat(said.body()).contains("文件超过允许的大小");
    byte[] whole = file(token, 3 * FILE_BYTES);
    HttpResponse<String> chunked =
        send(
            visitor,
            "/check",
            BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(whole)));
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(post(visitor, "/check", file(token, FILE_BYTES + 1)).statusCode()).isEqualTo(413);
    assertThat(
            visitor.postBare("/sign-in", java.util.Map.of("name", "n".repeat(30_000))).statusCode())
        .isEqualTo(413);
    assertNothingLeft();
  }

  @Test
  void aFormThatIsNoFormIsRefused() throws Exception {
    Visitor visitor = new Visitor(desk);
    assertThat(send(visitor, "/check", BodyPublishers.ofString("nothing of it")).statusCode())
        .as("nothing in it, so no token either")
        .isEqualTo(403);
    for (String body :
        List.of(
            "--B\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b.csv\"\r\n\r\nhalf",
            "--B\r\n" + "X: y\r\n".repeat(1_000) + "\r\n--B--\r\n",
            part("x", "1").repeat(40) + "--B--\r\n",
            filePart("a.csv", "1") + filePart("b.csv", "2") + "--B--\r\n")) {
      assertThat(send(visitor, "/check", BodyPublishers.ofString(body)).statusCode())
          .as(body.substring(0, 12))
          .isIn(400, 413);
    }
    assertNothingLeft();
  }

  @Test
  void aBodyThatDripsIsCutOff() throws Exception {
    for (String type :
        List.of("multipart/form-data; boundary=B", "application/x-www-form-urlencoded")) {
      try (Raw raw = new Raw(desk)) {
        raw.send(
            "POST /check HTTP/1.1\r\nHost: desk\r\nContent-Type: "
                + type
                + "\r\nContent-Length: 15000\r\n\r\n");
        // Whole it would take twelve minutes.
        for (int sent = 0; sent < 2_000 && !raw.isAnswered() && raw.drip(); sent++) {
          Thread.sleep(50);
        }
        assertThat(raw.answer()).startsWith("HTTP/1.1 408").contains("文件传输太慢");
      }
    }
    assertNothingLeft();
  }

  @Test
  void oneAddressDoesNotTakeAllTurns() throws Exception {
    List<Raw> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        Raw raw = new Raw(desk);
        raw.send(head("/check", "Content-Length: 15000"));
        slow.add(raw);
      }
      Thread.sleep(300);
      HttpResponse<String> third = post(new Visitor(desk), "/check", file("", 10));
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.headers().firstValue("Retry-After")).isPresent();
      assertThat(third.body()).contains("操作太频繁");
    } finally {
      for (Raw raw : slow) {
        raw.close();
      }
    }
  }

  @Test
  void theFolderIsItsOwnersAlone() throws Exception {
    Path uploading = desk.work().resolve("uploading");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(uploading)))
        .isEqualTo("rwx------");
  }

  private static void assertNothingLeft() throws IOException, InterruptedException {
    // The answer is sent before the request has ended.
    for (int i = 0; i < 100; i++) {
      try (Stream<Path> files = Files.list(desk.work().resolve("uploading"))) {
        if (files.findAny().isEmpty()) {
          return;
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("A file is left");
  }

  private static String head(String path, String length) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: desk\r\nContent-Type: multipart/form-data; boundary=B\r\n"
        + length
        + "\r\n\r\n";
  }

  private static String part(String name, String value) {
    return "--B\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  private static String filePart(String name, String content) {
    return String.join(
        "\r\n",
        "--B",
        "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"",
        "Content-Type: text/html",
        "",
        content,
        "");
  }

  private static byte[] file(String token, int bytes) {
    return (part("_csrf", token) + filePart("申报.csv", "x".repeat(bytes)) + "--B--\r\n")
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> post(Visitor visitor, String path, byte[] body)
      throws IOException, InterruptedException {
    return send(visitor, path, BodyPublishers.ofByteArray(body));
  }

  private static HttpResponse<String> send(Visitor visitor, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    return visitor.send(
        HttpRequest.newBuilder(visitor.at(path))
            .header("Content-Type", "multipart/form-data; boundary=B")
            .POST(body)
            .build());
  }
}
