package basedecl.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocialCreditCodeTest {

  @Test
  void aCodeWithItsCheckCharacterIsRead() {
    assertThat(SocialCreditCode.read("91350100M000100Y43"))
        .contains(new SocialCreditCode("91350100M000100Y43"));
  }

  @Test
  void smallLettersFullWidthAndBlanksAreNormalised() {
    assertThat(SocialCreditCode.read(" ９１350100m000100y43 "))
        .contains(new SocialCreditCode("91350100M000100Y43"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "91350100M000100Y44",
        "91350100M000100Y4",
        "91350100M000100Y433",
        "91350100I000100Y43",
        "19350100M000100Y43"
      })
  void aCodeWithAWrongCheckCharacterLengthOrLetterIsRefused(String code) {
    assertThat(SocialCreditCode.read(code)).isEmpty();
  }
}
