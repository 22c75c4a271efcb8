package basedecl.desk;

import basedecl.audit.YearRules;
import basedecl.desk.page.DeskKeys;
import basedecl.desk.page.DeskSettings;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.ContributionMonth;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Map;

/**
 * What must hold before the ledger is opened and a page is served: whoever wrote a wrong key is
 * told in one sentence, and nothing has been touched.
 */
final class StartConditions {

  /** The environment's variable for the password of {@link DeskKeys#TLS_KEYSTORE}. */
  static final String TLS_PASSWORD = "BASEDECL_TLS_PASSWORD";

  private static final int LAST_PRIVILEGED_PORT = 1023;

  private StartConditions() {}

  /**
   * @throws RefusedException that says which key is wrong
   */
  static void check(DeskSettings settings, Map<String, String> environment) {
    checkYear(settings);
    settings
        .keys()
        .optionalPath(DeskKeys.TLS_KEYSTORE)
        .ifPresent(keystore -> checkKeystore(keystore, environment));
    checkAddress(
        settings.keys().text(DeskKeys.ADDRESS),
        Integer.parseInt(settings.keys().text(DeskKeys.PORT)));
  }

  /** The sentence for a port that another process has. */
  static RefusedException portTaken(int port) {
    return new RefusedException(Message.of("desk.port-taken", Integer.toString(port)));
  }

  private static void checkYear(DeskSettings settings) {
    int year = settings.year();
    if (YearRules.of(
            settings.policy(),
            year,
            ContributionMonth.of(year, settings.businessDate()),
            settings.businessDate())
        .isEmpty()) {
      throw new RefusedException(
          Message.of(
              "job.limits-unknown",
              settings.policy().name(),
              Integer.toString(year),
              settings.businessDate().toString()));
    }
  }

  private static void checkKeystore(Path keystore, Map<String, String> environment) {
    String password = environment.get(TLS_PASSWORD);
    if (password == null) {
      throw new RefusedException(Message.of("desk.no-tls-password"));
    }
    try (InputStream bytes = Files.newInputStream(keystore)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(bytes, password.toCharArray());
      for (String alias : Collections.list(keys.aliases())) {
        if (keys.isKeyEntry(alias)) {
          return;
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new RefusedException(Message.of("desk.keystore-unreadable", keystore.toString()), e);
    }
    throw new RefusedException(Message.of("desk.keystore-without-key", keystore.toString()));
  }

  /** Listens for a moment where the pages will be served. */
  private static void checkAddress(String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      InetAddress wanted = InetAddress.getByName(address);
      if (!wanted.isAnyLocalAddress() && NetworkInterface.getByInetAddress(wanted) == null) {
        throw new RefusedException(Message.of("desk.address-unknown", address));
      }
      // What an ended desk leaves behind for a minute is no reason to refuse.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(wanted, port));
    } catch (UnknownHostException e) {
      throw new RefusedException(Message.of("desk.address-unknown", address), e);
    } catch (BindException e) {
      throw refusal(port, e);
    } catch (IOException e) {
      throw new RefusedException(Message.of("desk.address-unknown", address), e);
    }
  }

  private static RefusedException refusal(int port, BindException e) {
    boolean privileged = port > 0 && port <= LAST_PRIVILEGED_PORT;
    if (privileged && String.valueOf(e.getMessage()).contains("ermission denied")) {
      return new RefusedException(Message.of("desk.port-privileged", Integer.toString(port)), e);
    }
    return portTaken(port);
  }
}
