package basedecl.job.launch;

import basedecl.file.OwnerOnly;
import basedecl.job.run.JobDefinition;
import basedecl.job.run.Rulebook;
import basedecl.job.run.WorkFolder;
import basedecl.job.submitted.RosterFile;
import basedecl.ledger.database.LedgerDatabase;
import basedecl.message.Message;
import basedecl.policy.PolicyBook;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** What a run is asked to do, everything checked. */
public record Order(
    JobDefinition job,
    JobSettings settings,
    PolicyBook policies,
    Rulebook rules,
    LocalDate businessDate,
    RosterFile roster) {

  /** The ledger's address. */
  String url() {
    return settings.text(CommonKeys.DATABASE);
  }

  boolean isOnServer() {
    return !LedgerDatabase.isH2(url());
  }

  WorkFolder folder() {
    return new WorkFolder(settings.path(CommonKeys.WORK));
  }

  /** What the manager of a run left in the work folder. */
  public String markInWork() {
    return folder().markLeft();
  }

  /** Makes the folders a run works in; what is said where that fails. */
  Optional<Message> createFolders() {
    try {
      folder().create();
      OwnerOnly.createFolders(settings.path(CommonKeys.OUTPUT));
      LedgerDatabase.createFolder(url());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(Message.of("job.folder-failed", settings.text(CommonKeys.WORK)));
    }
  }
}
