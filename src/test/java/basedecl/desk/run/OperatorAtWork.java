package basedecl.desk.run;

import basedecl.account.OneTimeCode;
import basedecl.desk.BrowserView;
import basedecl.desk.DeskBrowser;
import basedecl.desk.DeskUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openqa.selenium.By;

/** What the tests of the operator's pages share: files to choose, and signing in. */
public final class OperatorAtWork {

  private OperatorAtWork() {}

  /** A desk whose folder {@code inputs} holds some of the samples. */
  public static DeskUnderTest desk(Path folder, String... more) throws IOException {
    Path inputs = folder.resolve("inputs");
    for (String sample : List.of("inbox/plain", "inbox/refused-rows", "payments")) {
      copy(Path.of("samples").resolve(sample), inputs.resolve(sample));
    }
    List<String> set = new ArrayList<>(List.of(more));
    set.add("inputs=" + inputs);
    return DeskUnderTest.start(folder, set.toArray(String[]::new));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }

  /** A browser at the first page, signed in. */
  public static DeskBrowser signedIn(
      DeskUnderTest desk, DeskUnderTest.Ready account, BrowserView view) {
    DeskBrowser browser = DeskBrowser.at(desk, view);
    browser.open("/sign-in");
    browser.fill("name", account.name());
    browser.fill("password", DeskUnderTest.PASSWORD);
    browser.press(By.cssSelector("main button"));
    desk.pass(Duration.ofSeconds(30));
    browser.fill("code", OneTimeCode.at(account.secret().orElseThrow(), desk.now()));
    browser.press(By.cssSelector("main button"));
    return browser;
  }
}
