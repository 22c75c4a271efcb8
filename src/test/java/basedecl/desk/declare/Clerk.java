package basedecl.desk.declare;

import static java.nio.charset.StandardCharsets.UTF_8;

import basedecl.account.OneTimePassword;
import basedecl.account.SignInName;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Visitor;
import basedecl.ledger.account.NewAccount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A clerk at the desk's pages. */
public final class Clerk {

  private static final String BOUNDARY = "----------------declaration-boundary";

  private final Visitor visitor;

  private Clerk(Visitor visitor) {
    this.visitor = visitor;
  }

  /** A clerk of these employers who has signed in. */
  public static Clerk of(DeskUnderTest desk, String name, String... employers) throws Exception {
    desk.accounts()
        .add(
            NewAccount.clerk(new SignInName(name), List.of(employers)),
            OneTimePassword.draw(new SplittableRandom(1)),
            desk.now().plus(OneTimePassword.VALID));
    desk.accounts()
        .changePassword(desk.accounts().find(name).orElseThrow().id(), DeskUnderTest.PASSWORD);
    return signedIn(new Visitor(desk), name);
  }

  /** A clerk who has an account already. */
  static Clerk signedIn(Visitor visitor, String name) throws Exception {
    visitor.signIn(new DeskUnderTest.Ready(name, Optional.empty()));
    return new Clerk(visitor);
  }

  public HttpResponse<String> get(String path) throws Exception {
    return visitor.get(path);
  }

  public Visitor visitor() {
    return visitor;
  }

  /** Uploads a file; the answer leads to its check where it was taken. */
  public HttpResponse<String> upload(String name, byte[] content) throws Exception {
    return upload("/declare/upload", Map.of(), name, content);
  }

  /** Sends a file by the form of a page, with the form's other fields. */
  HttpResponse<String> upload(String page, Map<String, String> fields, String name, byte[] content)
      throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "_csrf", "", visitor.token(page).getBytes(UTF_8));
    for (Map.Entry<String, String> field : fields.entrySet()) {
      part(body, field.getKey(), "", field.getValue().getBytes(UTF_8));
    }
    part(body, "file", name, content);
    body.write(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return visitor.send(
        HttpRequest.newBuilder(visitor.at(page))
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static void part(
      ByteArrayOutputStream body, String field, String fileName, byte[] content)
      throws IOException {
    String head =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\""
            + field
            + "\""
            + (fileName.isEmpty()
                ? ""
                : "; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream")
            + "\r\n\r\n";
    body.write(head.getBytes(UTF_8));
    body.write(content);
    body.write("\r\n".getBytes(UTF_8));
  }

  /** The upload's number in the address of its check. */
  public String uploaded(String name, byte[] content) throws Exception {
    HttpResponse<String> answer = upload(name, content);
    String to = Visitor.location(answer);
    if (!to.contains("/declare/check/")) {
      throw new IllegalStateException("Not taken: " + answer.statusCode());
    }
    return to.substring(to.lastIndexOf('/') + 1);
  }

  public HttpResponse<String> submit(String upload) throws Exception {
    return visitor.fill("/declare/confirm/" + upload, Map.of("pledge", "yes"));
  }

  /** Submits, and returns the number of the receipt. */
  public String submitted(String upload) throws Exception {
    String to = Visitor.location(submit(upload));
    if (!to.contains("/declare/receipt/")) {
      throw new IllegalStateException("Not submitted");
    }
    return to.substring(to.lastIndexOf('/') + 1);
  }

  /** The state of a submission once it is final. */
  public String finalState(String receipt) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (System.nanoTime() < end) {
      String state = get("/declare/receipt/" + receipt + "/state").body();
      if (!state.contains("hx-get")) {
        return state;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("Nothing came of " + receipt);
  }
}
