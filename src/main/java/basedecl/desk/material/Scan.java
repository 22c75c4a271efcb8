package basedecl.desk.material;

import basedecl.job.material.ScanFormat;
import basedecl.job.material.ScanKind;
import java.time.Instant;

/**
 * A scan as it lies on the shelf.
 *
 * @param name of the shelf's own making: what it shows, counted, and what it is
 */
public record Scan(String name, ScanKind kind, ScanFormat format, long bytes, Instant at) {}
