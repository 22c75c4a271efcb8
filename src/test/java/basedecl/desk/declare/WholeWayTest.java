package basedecl.desk.declare;

import basedecl.account.OneTimePassword;
import basedecl.account.SignInName;
import basedecl.desk.BrowserView;
import basedecl.desk.DeskBrowser;
import basedecl.desk.DeskUnderTest;
import basedecl.ledger.account.NewAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole way of a declaration as a clerk goes it who has never seen the desk: from the one-time
 * password on paper to 完成, over a faulty file and a return by the review. Every page on it is held
 * to what every page must be.
 */
@Tag("browser")
@Tag("run")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeWayTest {

  @TempDir private static Path folder = Path.of("");

  private DeskUnderTest desk;

  @BeforeAll
  void serve() throws IOException {
    desk = DeskUnderTest.start(folder);
  }

  @AfterAll
  void end() {
    desk.close();
  }

  /** For an employer each. Each page by itself is looked at in more views by its own test. */
  static Stream<Arguments> views() {
    Iterator<String> employers = List.of("0370700003", "0370700007").iterator();
    return BrowserView.oneOfEach().map(view -> Arguments.of(view, employers.next()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("views")
  void aClerkGoesFromTheOneTimePasswordToTheEnd(BrowserView view, String employer)
      throws Exception {
    OneTimePassword password = OneTimePassword.draw(new SplittableRandom(employer.hashCode()));
    desk.accounts()
        .add(
            NewAccount.clerk(new SignInName(employer), List.of(employer)),
            password,
            desk.now().plus(OneTimePassword.VALID));
    Way way = new Way(desk, DeskBrowser.at(desk, view), view, employer, folder);

    way.signIn(password);
    Path faulty = way.fillInTheTemplate();
    Path marked = way.uploadFaulty(faulty);
    Path corrected = way.correct(marked);
    way.declare(corrected, 1);
    way.printPapers();
    way.handInScans();
    way.decide("退回", "明细表第 2 页缺少职工签字");
    way.seeTheReturn();
    way.declare(way.raiseAWage(corrected), 2);
    way.handInScans();
    way.decide("通过", "");
    way.finish();
  }
}
