package basedecl.desk.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** More requests than are borne. */
class CrowdTest {

  @Test
  void whoeverIsOneTooManyIsToldToComeBackAndTheNextIsServedAgain() throws Exception {
    Crowd crowd = new Crowd(new Crowd.Limit(1, 1, Duration.ofMillis(200)));
    CountDownLatch atWork = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<Integer> first =
        CompletableFuture.supplyAsync(() -> status(crowd, atWork, mayEnd));
    assertThat(atWork.await(10, TimeUnit.SECONDS)).isTrue();
    MockHttpServletResponse second = new MockHttpServletResponse();
    crowd.doFilter(new MockHttpServletRequest(), second, (request, response) -> {});
    assertThat(second.getStatus()).as("waited in vain").isEqualTo(503);
    assertThat(second.getHeader("Retry-After")).isEqualTo("10");
    mayEnd.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(200);
    MockHttpServletResponse third = new MockHttpServletResponse();
    crowd.doFilter(new MockHttpServletRequest(), third, (request, response) -> {});
    assertThat(third.getStatus()).isEqualTo(200);
  }

  private static int status(Crowd crowd, CountDownLatch atWork, CountDownLatch mayEnd) {
    MockHttpServletResponse answer = new MockHttpServletResponse();
    try {
      crowd.doFilter(
          new MockHttpServletRequest(),
          answer,
          (request, response) -> {
            atWork.countDown();
            try {
              assertThat(mayEnd.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return answer.getStatus();
  }
}
