package basedecl.desk.upload;

import java.time.Duration;

/**
 * What is taken in at most.
 *
 * @param fileBytes of one file
 * @param formBytes of a form without a file, or of all there is beside the file
 * @param fields of a form
 * @param longest how long a body may take as a whole
 * @param grace so long a body may be as slow as it likes
 * @param leastBytesPerSecond on the average, after that
 * @param atOnce bodies with files at a time
 * @param atOnceOfOne of these, from one address
 * @param formsAtOnce bodies of forms at a time
 * @param formsAtOnceOfOne of these, from one address
 * @param patience how long one waits for its turn
 */
public record UploadLimits(
    long fileBytes,
    int formBytes,
    int fields,
    Duration longest,
    Duration grace,
    int leastBytesPerSecond,
    int atOnce,
    int atOnceOfOne,
    int formsAtOnce,
    int formsAtOnceOfOne,
    Duration patience) {

  /** The same for files of another size. */
  UploadLimits with(long otherBytes) {
    return new UploadLimits(
        otherBytes,
        formBytes,
        fields,
        longest,
        grace,
        leastBytesPerSecond,
        atOnce,
        atOnceOfOne,
        formsAtOnce,
        formsAtOnceOfOne,
        patience);
  }

  /**
   * A form of 200 people has some 1,500 fields and 100 KiB. 20 MiB in two minutes are 1.4 Mbit/s;
   * who has less gets 408 and is told why.
   *
   * @param fileBytes of {@code jobs/desk.yaml}
   */
  public static UploadLimits of(long fileBytes) {
    return new UploadLimits(
        fileBytes,
        1 << 20,
        5_000,
        Duration.ofSeconds(120),
        Duration.ofSeconds(5),
        8 << 10,
        8,
        4,
        12,
        6,
        Duration.ofSeconds(2));
  }
}
