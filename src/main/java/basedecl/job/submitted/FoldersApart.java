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
   * Refuses a work or output folder inside the folder that a key names.
   *
   * @throws RefusedException naming both
   */
  public static void check(JobSettings settings, JobKey tables) {
    Path read = settings.path(tables).toAbsolutePath().normalize();
    if (!Files.isDirectory(read)) {
      return;
    }
    for (JobKey key : List.of(CommonKeys.WORK, CommonKeys.OUTPUT)) {
      Path folder = settings.path(key).toAbsolutePath().normalize();
      if (folder.startsWith(read)) {
        throw new RefusedException(
            Message.of("latefee.folder-inside", folder.toString(), read.toString()));
      }
    }
  }
}
