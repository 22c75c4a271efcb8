package basedecl.ledger.submission;

import basedecl.policy.Population;
import java.time.Instant;

/**
 * A file that was uploaded to be checked.
 *
 * @param account the number of who uploaded it
 * @param employerCode the employer it was uploaded for; the file may name further ones
 * @param fileName as it was called where it came from, without its folders
 * @param submitted whether it was submitted; then it is kept
 */
public record Upload(
    UploadId id,
    long account,
    String policy,
    int year,
    Population population,
    String employerCode,
    String fileName,
    String sha256,
    long size,
    Instant receivedAt,
    boolean submitted) {}
