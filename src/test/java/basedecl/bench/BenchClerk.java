package basedecl.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A clerk's browser: keeps its cookies, fills forms in, follows nothing by itself. */
final class BenchClerk {

  static final String BOUNDARY = "----------------bench-desk-boundary";

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client;
  private final int port;
  private final Map<String, String> cookies = new TreeMap<>();

  private BenchClerk(HttpClient client, int port) {
    this.client = client;
    this.port = port;
  }

  /** One client does for all of them, since none of its cookies are the client's. */
  static HttpClient client() {
    return HttpClient.newBuilder()
        .followRedirects(Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(10))
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  /** Signs in. */
  static BenchClerk signedIn(HttpClient client, int port, String name, String password)
      throws IOException, InterruptedException {
    BenchClerk clerk = new BenchClerk(client, port);
    clerk.fill("/sign-in", Map.of("name", name, "password", password));
    return clerk;
  }

  /** Chooses a password of its own in place of the one-time one it signed in with. */
  void choosePassword(String oneTime, String own) throws IOException, InterruptedException {
    fill("/password", Map.of("old", oneTime, "chosen", own, "again", own));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  /** Opens a page and posts its form; the answer leads elsewhere. */
  HttpResponse<String> fill(String page, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new TreeMap<>(fields);
    all.put("_csrf", token(page));
    return post(page, all);
  }

  /** Posts a form that has its token already. */
  HttpResponse<String> post(String page, Map<String, String> fields)
      throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return led(
        page,
        send(
            request(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))));
  }

  /** Uploads a file; the answer leads to its check. */
  HttpResponse<String> upload(String token, byte[] workbook)
      throws IOException, InterruptedException {
    return led(
        "/declare/upload",
        send(
            request("/declare/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(multipart(token, workbook)))));
  }

  /** The body of a form with a token and a file. */
  static byte[] multipart(String token, byte[] workbook) {
    String part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(utf8(part + "_csrf\"\r\n\r\n" + token + "\r\n" + part));
    body.writeBytes(utf8("file\"; filename=\"bench.xlsx\"\r\n"));
    body.writeBytes(utf8("Content-Type: application/octet-stream\r\n\r\n"));
    body.writeBytes(workbook);
    body.writeBytes(utf8("\r\n--" + BOUNDARY + "--\r\n"));
    return body.toByteArray();
  }

  /** The token of the form on a page. */
  String token(String page) throws IOException, InterruptedException {
    return token(get(page));
  }

  static String token(HttpResponse<String> page) throws IOException {
    Matcher token = TOKEN.matcher(page.body());
    if (!token.find()) {
      throw new IOException("No form on " + page.uri().getPath() + ": " + page.statusCode());
    }
    return token.group(1);
  }

  static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** What its browser sends along. */
  String cookie() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(60));
    return cookies.isEmpty() ? request : request.header("Cookie", cookie());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    for (String set : answer.headers().allValues("Set-Cookie")) {
      String[] pair = set.split(";", 2)[0].split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
    return answer;
  }

  private static HttpResponse<String> led(String from, HttpResponse<String> answer)
      throws IOException {
    if (location(answer).isEmpty() || location(answer).startsWith("/sign-in")) {
      throw new IOException(
          "Not taken at " + from + ": " + answer.statusCode() + " " + location(answer));
    }
    return answer;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
