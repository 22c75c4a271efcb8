package basedecl.desk;

import basedecl.account.OneTimeCode;
import basedecl.desk.DeskUnderTest.Ready;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: keeps cookies, fills forms in with their token, follows nothing. */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final IntSupplier port;
  private Consumer<HttpResponse<String>> answers = answer -> {};
  private final Optional<DeskUnderTest> desk;

  public Visitor(DeskUnderTest desk) {
    this(desk::port, Optional.of(desk));
  }

  private Visitor(IntSupplier port, Optional<DeskUnderTest> desk) {
    this.port = port;
    this.desk = desk;
  }

  /** Somebody at a desk in another process, without a second factor. */
  public static Visitor at(int port) {
    return new Visitor(() -> port, Optional.empty());
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + port.getAsInt() + path);
  }

  public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    answers.accept(answer);
    return answer;
  }

  /** Has every answer shown to somebody else as well. */
  public Visitor watchedBy(Consumer<HttpResponse<String>> watcher) {
    this.answers = watcher;
    return this;
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)).build());
  }

  /** What an address gives to be kept as a file. */
  public HttpResponse<byte[]> download(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofByteArray());
  }

  /** What the form of an address gives to be kept as a file. */
  public HttpResponse<byte[]> downloadByPost(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return client.send(form(path, fields), BodyHandlers.ofByteArray());
  }

  /** Posts a form as it is, without a token unless it is among the fields. */
  public HttpResponse<String> postBare(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return send(form(path, fields));
  }

  /** Posts a body of that type as it is. */
  public HttpResponse<byte[]> post(String path, String type, byte[] body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private HttpRequest form(String path, Map<String, String> fields) {
    return HttpRequest.newBuilder(at(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(encoded(fields)))
        .build();
  }

  /** Opens a page and posts its form. */
  public HttpResponse<String> fill(String page, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new TreeMap<>(fields);
    all.put("_csrf", token(page));
    return postBare(page, all);
  }

  /** The token of the form on a page. */
  public String token(String page) throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get(page).body());
    if (!token.find()) {
      throw new IllegalStateException("No form on " + page);
    }
    return token.group(1);
  }

  /** Signs in wholly; returns where the desk then leads to. */
  public String signIn(Ready account) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        fill("/sign-in", Map.of("name", account.name(), "password", DeskUnderTest.PASSWORD));
    if (account.secret().isPresent()) {
      // Codes are used once; the next one comes with the next step.
      desk.orElseThrow().pass(Duration.ofSeconds(30));
      answer =
          fill(
              "/second-factor",
              Map.of("code", OneTimeCode.at(account.secret().get(), desk.orElseThrow().now())));
    }
    return location(answer);
  }

  public static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  public Optional<HttpCookie> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst();
  }

  /** Carries a cookie from elsewhere. */
  public void carry(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setDomain("127.0.0.1");
    cookie.setVersion(0);
    cookies.getCookieStore().add(at("/"), cookie);
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
