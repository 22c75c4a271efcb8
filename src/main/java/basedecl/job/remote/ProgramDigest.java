package basedecl.job.remote;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** By what two processes know that they run the same program: its classes, whatever holds them. */
final class ProgramDigest {

  private static final String CLASSES = "classpath*:basedecl/**/*.class";

  private static volatile String known = "";

  private ProgramDigest() {}

  static String ofThisProgram() throws IOException {
    String digest = known;
    if (digest.isEmpty()) {
      digest = made();
      known = digest;
    }
    return digest;
  }

  private static String made() throws IOException {
    Map<String, Resource> classes = new TreeMap<>();
    for (Resource each : new PathMatchingResourcePatternResolver().getResources(CLASSES)) {
      String address = each.getURL().toString();
      classes.put(address.substring(address.lastIndexOf("basedecl/")), each);
    }
    MessageDigest digest = DigestUtils.getSha256Digest();
    for (Map.Entry<String, Resource> each : classes.entrySet()) {
      DigestUtils.updateDigest(digest, each.getKey());
      try (InputStream bytes = each.getValue().getInputStream()) {
        DigestUtils.updateDigest(digest, bytes);
      }
    }
    return Hex.encodeHexString(digest.digest());
  }
}
