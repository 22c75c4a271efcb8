package basedecl.desk.signin;

import static basedecl.desk.DeskUnderTest.PASSWORD;
import static basedecl.desk.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.OneTimeCode;
import basedecl.account.Role;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.DeskUnderTest.Ready;
import basedecl.desk.Visitor;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those who try to sign in as somebody else, and sessions in the wrong hands. */
@Tag("run")
class SignInLimitsTest {

  private DeskUnderTest desk;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    desk = DeskUnderTest.start(folder);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void nobodyIsToldWhetherANameExistsOrIsLocked() throws Exception {
    desk.ready("known", Role.CLERK);
    desk.ready("locked", Role.CLERK);
    desk.accounts().lock(desk.accounts().find("locked").orElseThrow().id());
    List<String> answers = new ArrayList<>();
    for (String name : List.of("known", "unknown", "locked")) {
      String password = name.equals("locked") ? PASSWORD : "quite another one";
      HttpResponse<String> answer = attempt(new Visitor(desk), name, password);
      assertThat(answer.statusCode()).isEqualTo(200);
      answers.add(
          answer
              .body()
              .replace("\"" + name + "\"", "\"NAME\"")
              .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "TOKEN"));
    }
    assertThat(answers.get(1)).isEqualTo(answers.get(0));
    assertThat(answers.get(2)).isEqualTo(answers.get(0));
  }

  @Test
  void aNameThatFailsOftenWaitsLongerAndLongerKnownOrNot() throws Exception {
    desk.ready("known", Role.CLERK);
    for (String name : List.of("known", "unknown")) {
      Visitor visitor = new Visitor(desk);
      for (int i = 0; i < 4; i++) {
        assertThat(attempt(visitor, name, "wrong " + i).statusCode()).isEqualTo(200);
      }
      HttpResponse<String> fifth = attempt(visitor, name, PASSWORD);
      assertThat(fifth.statusCode()).isEqualTo(429);
      assertThat(fifth.headers().firstValue("Retry-After")).contains("2");
      assertThat(fifth.body()).contains("请在 2 秒后再试");
      desk.pass(Duration.ofSeconds(2));
    }
    assertThat(location(attempt(new Visitor(desk), "known", PASSWORD))).isEqualTo("/");
  }

  @Test
  void anAddressThatFailsOftenWaitsWhateverNamesItTriesAndWhateverItSaysOfItself()
      throws Exception {
    Visitor visitor = new Visitor(desk);
    String token = visitor.token("/sign-in");
    int waited = 0;
    for (int i = 0; i < 24; i++) {
      HttpResponse<String> answer =
          visitor.send(
              HttpRequest.newBuilder(visitor.at("/sign-in"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header("X-Forwarded-For", "203.0.113." + i)
                  .header("Forwarded", "for=203.0.113." + i)
                  .POST(BodyPublishers.ofString("name=n" + i + "&password=p&_csrf=" + token))
                  .build());
      waited += answer.statusCode() == 429 ? 1 : 0;
    }
    assertThat(waited).isPositive();
  }

  @Test
  void codesCannotBeTriedThrough() throws Exception {
    Ready reviewer = desk.ready("reviewer", Role.REVIEWER);
    Visitor thief = new Visitor(desk);
    int asked = 0;
    for (int i = 0; i < 6 && asked == i; i++) {
      attempt(thief, "reviewer", PASSWORD);
      HttpResponse<String> answer =
          thief.fill("/second-factor", Map.of("code", "%06d".formatted(i)));
      asked += answer.statusCode() == 200 ? 1 : 0;
      if (answer.statusCode() == 429) {
        break;
      }
    }
    assertThat(asked).as("a right password does not forget wrong codes").isLessThan(4);
    assertThat(OneTimeCode.at(reviewer.secret().orElseThrow(), desk.now())).hasSize(6);
  }

  @Test
  void theSessionOfBeforeIsDeadAfterSigningIn() throws Exception {
    Ready clerk = desk.ready("clerk", Role.CLERK);
    Visitor victim = new Visitor(desk);
    victim.get("/sign-in");
    String planted = victim.cookie("desk").orElseThrow().getValue();
    victim.signIn(clerk);
    String own = victim.cookie("desk").orElseThrow().getValue();
    assertThat(own).isNotEqualTo(planted);
    Visitor thief = new Visitor(desk);
    thief.carry("desk", planted);
    assertThat(location(thief.get("/declare"))).isEqualTo("/sign-in?ended&to=/declare");
    Visitor invented = new Visitor(desk);
    invented.carry("desk", "0123456789ABCDEF0123456789ABCDEF");
    invented.get("/sign-in");
    assertThat(invented.cookie("desk").orElseThrow().getValue()).doesNotStartWith("0123456789");
  }

  @Test
  void aChangedPasswordEndsTheSessionElsewhereALockAllOfThemAndADayDoesToo() throws Exception {
    Ready clerk = desk.ready("clerk", Role.CLERK);
    Visitor here = new Visitor(desk);
    Visitor elsewhere = new Visitor(desk);
    here.signIn(clerk);
    elsewhere.signIn(clerk);
    assertThat(elsewhere.get("/").body()).contains("clerk");
    String chosen = "waterwheel 和 乌篷船 at dusk";
    here.fill("/password", Map.of("old", PASSWORD, "chosen", chosen, "again", chosen));
    assertThat(here.get("/").body()).contains("clerk");
    assertThat(location(elsewhere.get("/declare"))).startsWith("/sign-in");
    desk.accounts().lock(desk.accounts().find("clerk").orElseThrow().id());
    assertThat(location(here.get("/declare"))).startsWith("/sign-in");

    Ready tireless = desk.ready("tireless", Role.CLERK);
    Visitor visitor = new Visitor(desk);
    visitor.signIn(tireless);
    desk.pass(Duration.ofHours(12).minusSeconds(1));
    assertThat(visitor.get("/").body()).contains("tireless");
    desk.pass(Duration.ofSeconds(1));
    assertThat(location(visitor.get("/declare"))).startsWith("/sign-in");
  }

  @Test
  void aSixthSessionEndsTheFirst() throws Exception {
    Ready clerk = desk.ready("clerk", Role.CLERK);
    List<Visitor> visitors = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Visitor visitor = new Visitor(desk);
      visitor.signIn(clerk);
      visitors.add(visitor);
    }
    assertThat(location(visitors.get(0).get("/declare"))).startsWith("/sign-in");
    assertThat(visitors.get(1).get("/").body()).contains("clerk");
  }

  @Test
  void onesSessionsAreSeenAndEndedFromOneOfThem() throws Exception {
    DeskUnderTest.Ready clerk = desk.ready("clerk", Role.CLERK);
    List<Visitor> browsers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Visitor browser = new Visitor(desk);
      browser.signIn(clerk);
      browsers.add(browser);
    }
    Visitor here = browsers.get(2);
    assertThat(here.get("/sessions").body())
        .contains("本次登录", "127.0.0.1")
        .containsPattern("(?s)name=\"key\".*name=\"key\"");
    String token = here.token("/sessions");
    here.postBare("/sessions", Map.of("_csrf", token, "key", "another"));
    assertThat(browsers.get(0).get("/sessions").statusCode()).isEqualTo(200);
    here.postBare("/sessions", Map.of("_csrf", token));
    for (Visitor elsewhere : browsers.subList(0, 2)) {
      assertThat(location(elsewhere.get("/sessions"))).startsWith("/sign-in");
    }
    assertThat(here.get("/sessions?ended=true").body())
        .contains("已经退出")
        .doesNotContain("name=\"key\"");
  }

  @Test
  void noLinkLeadsElsewhereAfterSigningIn() throws Exception {
    desk.ready("clerk", Role.CLERK);
    for (String to :
        List.of(
            "https://example.org/",
            "//example.org",
            "/\\example.org",
            "/declare/..//example.org",
            "javascript:alert(1)",
            "/sign-out",
            "/declare\r\nX: y",
            "/unknown")) {
      HttpResponse<String> answer =
          new Visitor(desk)
              .fill("/sign-in", Map.of("name", "clerk", "password", PASSWORD, "to", to));
      assertThat(location(answer)).as(to).isEqualTo("/");
    }
  }

  @Test
  void aFormWithoutItsTokenOrWithAnothersIsRefused() throws Exception {
    desk.ready("clerk", Role.CLERK);
    Map<String, String> fields = Map.of("name", "clerk", "password", PASSWORD);
    Visitor visitor = new Visitor(desk);
    assertThat(visitor.postBare("/sign-in", fields).statusCode()).isEqualTo(403);
    String foreign = new Visitor(desk).token("/sign-in");
    visitor.get("/sign-in");
    assertThat(
            visitor
                .postBare(
                    "/sign-in", Map.of("name", "clerk", "password", PASSWORD, "_csrf", foreign))
                .statusCode())
        .isEqualTo(403);
    visitor.signIn(new Ready("clerk", Optional.empty()));
    for (String path : List.of("/sign-out", "/password", "/second-factor/enrol")) {
      assertThat(visitor.postBare(path, Map.of()).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(visitor.get("/").body()).contains("clerk");
  }

  private static HttpResponse<String> attempt(Visitor visitor, String name, String password)
      throws IOException, InterruptedException {
    return visitor.fill("/sign-in", Map.of("name", name, "password", password));
  }
}
