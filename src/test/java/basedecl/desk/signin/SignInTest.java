package basedecl.desk.signin;

import static basedecl.desk.DeskUnderTest.PASSWORD;
import static basedecl.desk.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Account;
import basedecl.account.OneTimeCode;
import basedecl.account.OneTimePassword;
import basedecl.account.OneTimeSecret;
import basedecl.account.Role;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.DeskUnderTest.Ready;
import basedecl.desk.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in, step by step, against a running desk. */
@Tag("run")
class SignInTest {

  private static final String OTHER = "waterwheel 和 乌篷船 at dusk";

  private static DeskUnderTest desk;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    desk = DeskUnderTest.start(folder);
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void aClerkWithAPasswordOfTheirOwnIsInAtOnceAndOutWhenTheyLike() throws Exception {
    Ready clerk = desk.ready("zhang", Role.CLERK);
    Visitor visitor = new Visitor(desk);
    assertThat(location(visitor.get("/declare"))).isEqualTo("/sign-in?to=/declare");
    HttpResponse<String> in =
        visitor.fill("/sign-in", Map.of("name", "ZHANG", "password", PASSWORD, "to", "/declare"));
    assertThat(in.statusCode()).isEqualTo(302);
    assertThat(location(in)).isEqualTo("/declare");
    assertThat(visitor.get("/").body()).contains("zhang", "退出");
    HttpResponse<String> out =
        visitor.postBare("/sign-out", Map.of("_csrf", visitor.token("/password")));
    assertThat(location(out)).isEqualTo("/");
    assertThat(out.headers().firstValue("Clear-Site-Data")).isPresent();
    assertThat(location(visitor.get("/declare"))).startsWith("/sign-in");
    assertThat(kinds(clerk.name())).containsExactly("SIGNED_IN", "SIGNED_OUT");
  }

  @Test
  void aOneTimePasswordOpensNothingButThePageForAnother() throws Exception {
    OneTimePassword once = desk.newAccount("liang", Role.CLERK);
    Visitor visitor = new Visitor(desk);
    HttpResponse<String> in =
        visitor.fill("/sign-in", Map.of("name", "liang", "password", once.text()));
    assertThat(location(in)).isEqualTo("/password");
    assertThat(location(visitor.get("/declare"))).startsWith("/sign-in");
    HttpResponse<String> short11 =
        visitor.fill("/password", Map.of("old", once.text(), "chosen", "short", "again", "other"));
    assertThat(short11.body())
        .contains("密码至少 12 个字符", "两次输入的新密码不一样", "aria-invalid=\"true\"")
        .doesNotContain(once.text());
    HttpResponse<String> wrongOld =
        visitor.fill("/password", Map.of("old", "not it", "chosen", OTHER, "again", OTHER));
    assertThat(wrongOld.body()).contains("密码不对");
    HttpResponse<String> changed =
        visitor.fill("/password", Map.of("old", once.text(), "chosen", OTHER, "again", OTHER));
    assertThat(location(changed)).isEqualTo("/");
    assertThat(visitor.get("/").body()).contains("liang");
    assertThat(kinds("liang")).containsExactly("SIGN_IN_FAILED", "PASSWORD_CHANGED", "SIGNED_IN");
    Visitor later = new Visitor(desk);
    HttpResponse<String> old =
        later.fill("/sign-in", Map.of("name", "liang", "password", once.text()));
    assertThat(old.body()).contains("用户名或密码不对");
  }

  @Test
  void aOneTimePasswordFetchedTooLateIsSaidToBe() throws Exception {
    OneTimePassword once = desk.newAccount("late", Role.CLERK);
    desk.pass(OneTimePassword.VALID);
    HttpResponse<String> answer =
        new Visitor(desk).fill("/sign-in", Map.of("name", "late", "password", once.text()));
    assertThat(answer.body()).contains("已过有效期");
  }

  @Test
  void aReviewerEnrolsATelephoneFirstAndGivesACodeFromThenOn() throws Exception {
    OneTimePassword once = desk.newAccount("shen", Role.REVIEWER);
    Visitor visitor = new Visitor(desk);
    visitor.fill("/sign-in", Map.of("name", "shen", "password", once.text()));
    HttpResponse<String> changed =
        visitor.fill("/password", Map.of("old", once.text(), "chosen", OTHER, "again", OTHER));
    assertThat(location(changed)).isEqualTo("/second-factor/enrol");
    assertThat(location(visitor.get("/review"))).startsWith("/sign-in");
    OneTimeSecret secret = secretOn(visitor.get("/second-factor/enrol").body());
    assertThat(visitor.fill("/second-factor/enrol", Map.of("code", "000000")).body())
        .contains("验证码不对")
        .contains(secret.grouped());
    String code = OneTimeCode.at(secret, desk.now());
    assertThat(location(visitor.fill("/second-factor/enrol", Map.of("code", code)))).isEqualTo("/");
    assertThat(visitor.get("/").body()).contains("shen");

    Visitor again = new Visitor(desk);
    assertThat(location(again.fill("/sign-in", Map.of("name", "shen", "password", OTHER))))
        .isEqualTo("/second-factor");
    assertThat(location(again.get("/password"))).isEqualTo("/sign-in");
    assertThat(again.fill("/second-factor", Map.of("code", code)).body())
        .as("the code that enrolled, used again")
        .contains("已经用过");
    desk.pass(Duration.ofSeconds(30));
    String next = OneTimeCode.at(secret, desk.now());
    assertThat(location(again.fill("/second-factor", Map.of("code", next)))).isEqualTo("/");

    Visitor thief = new Visitor(desk);
    thief.fill("/sign-in", Map.of("name", "shen", "password", OTHER));
    assertThat(thief.fill("/second-factor", Map.of("code", next)).body()).contains("已经用过");
    assertThat(location(thief.get("/review"))).startsWith("/sign-in");
  }

  @Test
  void aClerkMayEnrolByChoiceWithTheirPassword() throws Exception {
    Ready clerk = desk.ready("chosen", Role.CLERK);
    Visitor visitor = new Visitor(desk);
    visitor.signIn(clerk);
    OneTimeSecret secret = secretOn(visitor.get("/second-factor/enrol").body());
    String code = OneTimeCode.at(secret, desk.now());
    assertThat(
            visitor
                .fill("/second-factor/enrol", Map.of("code", code, "password", "another"))
                .body())
        .contains("密码不对");
    assertThat(
            location(
                visitor.fill("/second-factor/enrol", Map.of("code", code, "password", PASSWORD))))
        .isEqualTo("/");
    assertThat(visitor.get("/second-factor/enrol").body()).contains("已经绑定");
    assertThat(
            location(
                new Visitor(desk).fill("/sign-in", Map.of("name", "chosen", "password", PASSWORD))))
        .isEqualTo("/second-factor");
  }

  @Test
  void whatWasTypedIsKeptThePasswordIsNot() throws Exception {
    HttpResponse<String> answer =
        new Visitor(desk).fill("/sign-in", Map.of("name", "<b>me</b>", "password", "secret-word"));
    assertThat(answer.body())
        .contains("value=\"&lt;b&gt;me&lt;/b&gt;\"")
        .doesNotContain("secret-word");
    assertThat(new Visitor(desk).fill("/sign-in", Map.of()).body())
        .contains("请输入用户名", "请输入密码", "href=\"#name\"", "href=\"#password\"");
    assertThat(new Visitor(desk).get("/sign-in?lang=en").body()).contains("User name");
  }

  private static OneTimeSecret secretOn(String page) {
    Matcher secret = Pattern.compile("<code id=\"secret\">([A-Z2-7 ]+)</code>").matcher(page);
    assertThat(secret.find()).as("a secret on the page").isTrue();
    assertThat(page).contains("<svg class=\"qr\"").doesNotContain("otpauth:");
    return new OneTimeSecret(secret.group(1).replace(" ", ""));
  }

  private static List<String> kinds(String name) {
    Account account = desk.accounts().find(name).orElseThrow();
    return desk.template()
        .queryForList(
            "SELECT kind FROM account_event WHERE account_id = ? ORDER BY event_id",
            String.class,
            account.id());
  }
}
