package basedecl.job.declaration;

import basedecl.file.ProgramDigest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * By what it is known again that rows would be made as they were made before: by the same program,
 * on the same Java, packed by a library that packs alike. Workers compare the program alone: what
 * they hand on is read, not packed.
 */
final class ProgramMark {

  private static final int SAMPLE = 1 << 14;

  private ProgramMark() {}

  /** Empty where the program cannot be told. */
  static Optional<String> ofThisProgram() {
    return ProgramDigest.ofThisProgram()
        .map(
            program ->
                DigestUtils.sha256Hex(
                    String.join(
                        "\n",
                        program,
                        System.getProperty("java.vm.version") + " " + System.getProperty("os.arch"),
                        Long.toHexString(packed()))));
  }

  /** What the packing library makes of a text: another version of it may pack otherwise. */
  private static long packed() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < SAMPLE; i++) {
      text.append("<c r=\"A").append(i * 7919L % 10_007).append("\" s=\"3\"><v>").append(i * i);
    }
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(text.toString().getBytes(StandardCharsets.US_ASCII));
      deflater.finish();
      byte[] packed = new byte[2 * SAMPLE];
      CRC32 crc = new CRC32();
      crc.update(packed, 0, deflater.deflate(packed));
      return crc.getValue();
    } finally {
      deflater.end();
    }
  }
}
