package basedecl.desk.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

/** Sessions in bounds. */
class SessionsTest {

  private final Sessions sessions =
      new Sessions(new Sessions.Limit(2, 3), new Sessions.Limit(2, 3));

  @Test
  void whoeverFloodsEndsTheirOwnFirst() {
    MockHttpSession other = visitor("198.51.100.1");
    MockHttpSession first = visitor("203.0.113.1");
    MockHttpSession second = visitor("203.0.113.1");
    MockHttpSession third = visitor("203.0.113.1");
    assertThat(other.isInvalid()).isFalse();
    assertThat(first.isInvalid()).as("the third of one address").isTrue();
    assertThat(second.isInvalid()).isFalse();
    assertThat(third.isInvalid()).isFalse();
    MockHttpSession last = visitor("192.0.2.1");
    assertThat(other.isInvalid()).as("the oldest of all").isTrue();
    assertThat(last.isInvalid()).isFalse();
    assertThat(sessions.count()).isEqualTo(3);
  }

  @Test
  void whatEndedIsForgotten() {
    MockHttpSession session = visitor("203.0.113.1");
    sessions.sessionDestroyed(new HttpSessionEvent(session));
    assertThat(sessions.count()).isZero();
  }

  private MockHttpSession visitor(String address) {
    MockHttpSession session = new MockHttpSession();
    sessions.keepVisitor(session, address);
    return session;
  }
}
