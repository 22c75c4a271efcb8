package basedecl.desk.security;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Role;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Raw;
import basedecl.desk.Visitor;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers and cookies of every kind of answer, behind a proxy that is trusted. */
@Tag("run")
class AnswerHeadersTest {

  private static DeskUnderTest desk;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    desk = DeskUnderTest.start(folder, "trusted-proxies=127.0.0.1");
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void everyAnswerBearsTheHeaders() throws Exception {
    Visitor visitor = new Visitor(desk);
    for (String path : List.of("/", "/sign-in", "/x", "/declare", style(visitor), "/error")) {
      HttpResponse<String> answer = visitor.get(path);
      assertThat(header(answer, "Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(header(answer, "Referrer-Policy")).as(path).isEqualTo("same-origin");
      assertThat(header(answer, "Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
      assertThat(header(answer, "Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
      assertThat(header(answer, "Server") + header(answer, "X-Powered-By")).as(path).isEmpty();
      assertThat(header(answer, "Cache-Control"))
          .as(path)
          .contains(path.endsWith(".css") ? "max-age=31536000" : "no-store");
      assertThat(header(answer, "Strict-Transport-Security")).as(path).isEmpty();
    }
    assertThat(header(visitor.get("/desk-00.css"), "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void behindAProxyThatSpeaksTlsCookiesAreForTlsAlone() throws Exception {
    Visitor visitor = new Visitor(desk);
    HttpResponse<String> plain = visitor.get("/sign-in");
    assertThat(header(plain, "Set-Cookie")).contains("desk=", "HttpOnly", "SameSite=Strict");
    HttpResponse<String> encrypted =
        new Visitor(desk)
            .send(
                HttpRequest.newBuilder(visitor.at("/sign-in"))
                    .header("X-Forwarded-For", "203.0.113.9")
                    .header("X-Forwarded-Proto", "https")
                    .build());
    assertThat(header(encrypted, "Set-Cookie")).contains("; Secure");
    assertThat(header(encrypted, "Strict-Transport-Security")).startsWith("max-age=");
  }

  @Test
  void theAddressBehindATrustedProxyIsTheLastOneItNames() throws Exception {
    desk.ready("proxied", Role.CLERK);
    Visitor visitor = new Visitor(desk);
    String token = visitor.token("/sign-in");
    visitor.send(
        HttpRequest.newBuilder(visitor.at("/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Forwarded-For", "198.51.100.7, 203.0.113.9")
            .POST(HttpRequest.BodyPublishers.ofString("name=proxied&password=no&_csrf=" + token))
            .build());
    assertThat(
            desk.template()
                .queryForList(
                    "SELECT address FROM account_event WHERE kind = 'SIGN_IN_FAILED'",
                    String.class))
        .containsExactly("203.0.113.9");
  }

  @Test
  void whatIsMalformedIsAnsweredWithoutNameVersionOrTrace() throws Exception {
    for (String request :
        List.of(
            "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /?x=%zz HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET /<> HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
            "TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "PUT / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /;a=b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n",
            "POST /check HTTP/1.1\r\nHost: a\r\nContent-Type: text/xml\r\nContent-Length: 1\r\n\r\nx",
            "NONSENSE\r\n\r\n")) {
      try (Raw raw = new Raw(desk)) {
        raw.send(request);
        assertThat(raw.answer())
            .as(request.substring(0, 10))
            .matches(Pattern.compile("HTTP/1.1 (400|405|415|505|501|431|404) .*", Pattern.DOTALL))
            .doesNotContain("Tomcat", "Apache", "at org.", "Exception", "TRACE /");
      }
    }
  }

  private static String style(Visitor visitor) throws Exception {
    Matcher style =
        Pattern.compile("href=\"(/desk-[^\"]+\\.css)\"").matcher(visitor.get("/").body());
    assertThat(style.find()).as("a versioned style sheet").isTrue();
    return style.group(1);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(" ", answer.headers().allValues(name));
  }
}
