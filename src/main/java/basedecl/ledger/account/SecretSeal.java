package basedecl.ledger.account;

import basedecl.account.OneTimeSecret;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * How the secrets of second factors are kept. They must come back for every check, so they cannot
 * be hashed: with {@code BASEDECL_SECOND_FACTOR_KEY} in the environment they are sealed by AES-256
 * in GCM, and who has the database or its backup alone has no second factor. Without the key they
 * stand open, protected as the ledger itself is. Secrets of before the key are read as well; sealed
 * ones without their key are refused.
 */
public final class SecretSeal {

  public static final String KEY = "BASEDECL_SECOND_FACTOR_KEY";

  private static final String OPEN = "{open}";
  private static final String SEALED = "{aes-gcm}";
  private static final int KEY_BYTES = 32;

  private final Optional<AesBytesEncryptor> cipher;

  private SecretSeal(Optional<AesBytesEncryptor> cipher) {
    this.cipher = cipher;
  }

  /**
   * @throws RefusedException where the environment's key is not 32 bytes in Base64
   */
  public static SecretSeal of(Map<String, String> environment) {
    return new SecretSeal(
        Optional.ofNullable(environment.get(KEY))
            .filter(key -> !key.isBlank())
            .map(SecretSeal::with));
  }

  private static AesBytesEncryptor with(String key) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(key.strip());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Message.of("account.key-form", KEY), e);
    }
    if (bytes.length != KEY_BYTES) {
      throw new RefusedException(Message.of("account.key-form", KEY));
    }
    return new AesBytesEncryptor(
        new SecretKeySpec(bytes, "AES"), KeyGenerators.secureRandom(16), CipherAlgorithm.GCM);
  }

  String seal(OneTimeSecret secret) {
    return cipher
        .map(
            key ->
                SEALED
                    + Base64.getEncoder()
                        .encodeToString(
                            key.encrypt(secret.base32().getBytes(StandardCharsets.US_ASCII))))
        .orElse(OPEN + secret.base32());
  }

  OneTimeSecret open(String kept) {
    if (kept.startsWith(OPEN)) {
      return new OneTimeSecret(kept.substring(OPEN.length()));
    }
    AesBytesEncryptor key =
        cipher.orElseThrow(() -> new RefusedException(Message.of("account.key-missing", KEY)));
    try {
      byte[] sealed = Base64.getDecoder().decode(kept.substring(SEALED.length()));
      return new OneTimeSecret(new String(key.decrypt(sealed), StandardCharsets.US_ASCII));
    } catch (IllegalStateException e) {
      throw new RefusedException(Message.of("account.key-wrong", KEY), e);
    }
  }
}
