package basedecl.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.person.IdNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

  private static final Instant UNTIL = Instant.parse("2026-07-31T00:00:00Z");

  private static Account account(Role role) {
    return new Account(
        1,
        new SignInName("li"),
        role,
        role.mayHaveAgency() ? Optional.of("奎文区") : Optional.empty(),
        List.of("0370700001"),
        Optional.of(new IdNumber("370702199001010012")),
        Account.State.ACTIVE,
        false,
        Optional.of(UNTIL),
        1);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void eachRoleSeesOnlyWhatIsItsOwn(Role role) {
    Account account = account(role);
    assertThat(account.declaresFor("0370700001")).isEqualTo(role == Role.CLERK);
    assertThat(account.declaresFor("0370700002")).isFalse();
    assertThat(account.covers("奎文区")).isEqualTo(role == Role.REVIEWER || role == Role.AUDITOR);
    assertThat(account.covers("潍城区")).isFalse();
    assertThat(account.isOf(new IdNumber("370702199001010012"))).isEqualTo(role == Role.PERSON);
    assertThat(account.isOf(new IdNumber("370702199001010020"))).isFalse();
    assertThat(account.mustEnrolSecondFactor()).isEqualTo(role.isOfTheCentre());
    assertThat(Role.of(role.word())).contains(role);
  }

  @Test
  void aOneTimePasswordEndsAtItsInstant() {
    Account account = account(Role.CLERK);
    assertThat(account.mustChangePassword()).isTrue();
    assertThat(account.isOneTimePasswordOver(UNTIL.minusMillis(1))).isFalse();
    assertThat(account.isOneTimePasswordOver(UNTIL)).isTrue();
  }

  @Test
  void allThatIsShownHasATitleInBothLanguages() {
    Stream<Message> titles =
        Stream.of(
                Stream.of(Role.values()).map(Role::title),
                Stream.of(EventKind.values()).map(EventKind::title),
                Stream.of(Account.State.values()).map(Account.State::title),
                Stream.of(Event.Result.values()).map(Event.Result::title))
            .flatMap(each -> each);
    assertThat(titles)
        .allSatisfy(
            title ->
                assertThat(title.in(Language.ZH)).isNotBlank().isNotEqualTo(title.in(Language.EN)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"li", "王芳", "0370700001", "w.li_2@weifang-1", "LI"})
  void aNameIsLettersAndDigitsWithSignsBetween(String name) {
    assertThat(new SignInName(name).text()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "l", ".li", "li.", "l i", "cli:li", "a/b", "<b>", "l\u0000i"})
  void whatIsNoNameIsRefused(String name) {
    assertThatThrownBy(() -> new SignInName(name))
        .isInstanceOf(RefusedException.class)
        .hasMessage("account.name-form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"370702199001010012", "37070219900101001x", "370702900101001"})
  void aDocumentsNumberIsNoName(String name) {
    assertThatThrownBy(() -> new SignInName(name))
        .isInstanceOf(RefusedException.class)
        .hasMessage("account.name-is-a-document");
  }

  @Test
  void namesDifferNeitherByCaseNorByWidth() {
    assertThat(new SignInName("ＬＩ").key()).isEqualTo(new SignInName("li").key());
    assertThatThrownBy(() -> new SignInName("a".repeat(65))).isInstanceOf(RefusedException.class);
  }

  @Test
  void theRecordsSubjectsAreMasked() {
    assertThat(EventSubject.person(new IdNumber("370702199001010012")).text())
        .isEqualTo("370*************12");
    assertThat(Actor.ofCommandLine("u".repeat(80)).name()).hasSize(64).startsWith("cli:u");
  }
}
