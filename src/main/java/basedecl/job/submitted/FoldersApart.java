package basedecl.job.submitted;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A job must not read its own workbooks as submitted tables. */
public final class FoldersApart {

  private FoldersApart() {}

  /**
   * Refuses a work or output folder inside a folder that one of these keys names.
   *
   * @throws RefusedException naming both
   */
  public static void check(JobSettings settings, JobKey... tables) {
    for (JobKey key : tables) {
      settings
          .optionalPath(key)
          .map(path -> path.toAbsolutePath().normalize())
          .filter(Files::isDirectory)
          .ifPresent(read -> check(settings, read));
    }
  }

  private static void check(JobSettings settings, Path read) {
    for (JobKey key : List.of(CommonKeys.WORK, CommonKeys.OUTPUT)) {
      Path folder = settings.path(key).toAbsolutePath().normalize();
      if (folder.startsWith(read)) {
        throw new RefusedException(
            Message.of("latefee.folder-inside", folder.toString(), read.toString()));
      }
    }
  }
}
