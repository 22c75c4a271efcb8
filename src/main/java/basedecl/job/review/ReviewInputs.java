package basedecl.job.review;

import basedecl.file.FileDigest;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** Whether a review is handed the same as before: one digest of everything it reads. */
final class ReviewInputs {

  private ReviewInputs() {}

  /** Scans may be large and many: they are told by name, size and time. */
  static String digest(JobSettings settings) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(settings.population().name());
    all.add(settings.text(CommonKeys.MAX_MATERIAL_BYTES));
    all.add(settings.text(ReviewJob.DESK_DECISIONS));
    for (Optional<Path> table :
        List.of(
            settings.optionalPath(ReviewJob.DECISIONS),
            settings.optionalPath(ReviewJob.CONFIRMATIONS))) {
      all.add(
          table.isPresent()
              ? table.get().getFileName() + " " + FileDigest.sha256(table.get())
              : "");
    }
    Optional<Path> materials = settings.optionalPath(ReviewJob.MATERIALS);
    if (materials.isPresent()) {
      try (Stream<Path> files = Files.walk(materials.get())) {
        for (Path file : files.sorted().toList()) {
          BasicFileAttributes attributes =
              Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
          all.add(
              materials.get().relativize(file)
                  + (attributes.isDirectory()
                      ? ""
                      : " " + attributes.size() + " " + attributes.lastModifiedTime().toMillis()));
        }
      }
    }
    return DigestUtils.sha256Hex(String.join("\n", all));
  }
}
