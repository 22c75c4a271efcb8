package basedecl.job.worker;

import basedecl.ledger.intake.IntakeFile;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** The files of a piece that are to be read still, in the order of their numbers. */
final class PieceFiles {

  private final Queue<IntakeFile> files;

  PieceFiles(List<IntakeFile> files) {
    this.files = new ArrayDeque<>(files);
  }

  Optional<IntakeFile> next() {
    return Optional.ofNullable(files.poll());
  }

  int size() {
    return files.size();
  }
}
