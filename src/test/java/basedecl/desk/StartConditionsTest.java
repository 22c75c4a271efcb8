package basedecl.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basedecl.desk.page.DeskSettings;
import basedecl.message.Language;
import basedecl.message.RefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each wrong setting is told in one sentence that names it. */
class StartConditionsTest {

  @TempDir Path folder = Path.of("");

  @Test
  void theFileAsItIsDeliveredHolds() {
    StartConditions.check(desk(Map.of()), Map.of());
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      assertRefused(Map.of("port", port), Map.of(), "端口 " + port + " 已被其他程序占用");
    }
  }

  @Test
  void anAddressOfAnotherMachineIsNamed() {
    assertRefused(Map.of("address", "192.0.2.7"), Map.of(), "192.0.2.7 不是本机的地址");
  }

  @Test
  void aYearWhoseLimitsTheDayDoesNotKnowIsNamed() {
    assertRefused(Map.of("year", "2031"), Map.of(), "2031");
  }

  @Test
  void aKeystoreNeedsItsPasswordAndAKey() throws IOException, GeneralSecurityException {
    Path keystore = folder.resolve("desk.p12");
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    try (OutputStream bytes = Files.newOutputStream(keystore)) {
      empty.store(bytes, "right".toCharArray());
    }
    Map<String, String> set = Map.of("tls-keystore", keystore.toString());
    assertRefused(set, Map.of(), "BASEDECL_TLS_PASSWORD 没有给出");
    assertRefused(set, Map.of("BASEDECL_TLS_PASSWORD", "wrong"), "打不开");
    assertRefused(set, Map.of("BASEDECL_TLS_PASSWORD", "right"), "没有私钥");
  }

  private static void assertRefused(
      Map<String, String> set, Map<String, String> environment, String sentence) {
    DeskSettings desk = desk(set);
    assertThatThrownBy(() -> StartConditions.check(desk, environment))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.text().in(Language.ZH)).contains(sentence));
  }

  private static DeskSettings desk(Map<String, String> changed) {
    Map<String, String> set = new HashMap<>(Map.of("port", "0"));
    set.putAll(changed);
    return DeskUnderTest.settings(set, InstantSource.system());
  }
}
