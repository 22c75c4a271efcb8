package basedecl.account;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.message.Language;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

  private static final SignInName NAME = new SignInName("zhangwei7");
  private static final List<String> EMPLOYERS = List.of("0370700001", "0370700002");

  private static Optional<PasswordFault> check(String password) {
    return PasswordRule.check(password, NAME, EMPLOYERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kf7d92hslq0x",
        "grape tunnel lamp orbit",
        "葡萄隧道台灯轨道鲸鱼铅笔窗",
        "nine wet horses 雨天 read",
        "mUddle-7-kettle-vow"
      })
  void whatIsLongAndNotGuessedIsTakenWhateverItIsMadeOf(String password) {
    assertThat(check(password)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kf7d92hslq0, TOO_SHORT",
    "我爱北京天安门我爱北京天安门, GUESSABLE",
    "Password1234, GUESSABLE",
    "P@ssw0rd123456, GUESSABLE",
    "aaaaaaaaaaaa, GUESSABLE",
    "abcabcabcabcabc, GUESSABLE",
    "qwertyuiop12, GUESSABLE",
    "1qaz2wsx3edc, GUESSABLE",
    "20260101123456, GUESSABLE",
    "woaini1314520, GUESSABLE",
    "woaini123456, GUESSABLE",
    "yibao12345678, GUESSABLE",
    "weifangyibao2026, GUESSABLE",
    "jishushenbao2026, GUESSABLE",
    "我爱你我爱你我爱你我爱你, GUESSABLE",
    "潍坊医保中心潍坊医保中心, GUESSABLE",
    "xx ZhangWei7 kf7d92hs, SIGN_IN_NAME",
    "xx ｚｈａｎｇｗｅｉ７ kf7d92hs, SIGN_IN_NAME",
    "kf7d92 0370700002 hs, EMPLOYER_CODE"
  })
  void whatIsShortGuessedOrKnownIsNotTaken(String password, PasswordFault fault) {
    assertThat(check(password)).contains(fault);
  }

  @Test
  void bothEndsOfTheLengthAreTaken() {
    String letters = "kf7d92hslq0xmw4t8zr5";
    assertThat(check(letters.substring(0, 11))).contains(PasswordFault.TOO_SHORT);
    assertThat(check(letters.substring(0, 12))).isEmpty();
    String most = letters.repeat(6) + letters.substring(0, 8);
    assertThat(most).hasSize(PasswordRule.LONGEST);
    assertThat(check(most)).isEmpty();
    assertThat(check(most + "x")).contains(PasswordFault.TOO_LONG);
  }

  @Test
  void aCharacterOutsideTheBasicPlaneIsOne() {
    assertThat(check("𠮷𠀀𠂢𠃊𠄌𠅀")).contains(PasswordFault.TOO_SHORT);
  }

  @Test
  @Timeout(60)
  void theLongestIsJudgedInTime() {
    assertThat(check("Aa1!qwerty2026woaini".repeat(6) + "12345678")).isEmpty();
  }

  @Test
  void aShortNameMayStandInAPassword() {
    assertThat(PasswordRule.check("li kf7d92hslq0x", new SignInName("li"), List.of())).isEmpty();
  }

  @Test
  void everyFaultHasItsSentence() {
    for (PasswordFault fault : PasswordFault.values()) {
      assertThat(fault.sentence().in(Language.ZH)).isNotBlank().doesNotContain("{");
      assertThat(fault.sentence().in(Language.EN)).isNotBlank().doesNotContain("{");
    }
    assertThat(PasswordFault.TOO_SHORT.sentence().in(Language.ZH)).contains("12");
    assertThat(PasswordFault.TOO_LONG.sentence().in(Language.ZH)).contains("128");
  }

  @Test
  void aOneTimePasswordIsOneThatIsTaken() {
    SplittableRandom random = new SplittableRandom(16);
    for (int i = 0; i < 20; i++) {
      String password = OneTimePassword.draw(random).text();
      assertThat(password).matches("[2-9a-kmnp-z]{4}(-[2-9a-kmnp-z]{4}){3}");
      assertThat(check(password)).isEmpty();
    }
    assertThat(OneTimePassword.draw(random)).hasToString("OneTimePassword");
  }
}
