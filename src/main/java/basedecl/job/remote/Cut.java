package basedecl.job.remote;

import basedecl.ledger.intake.IntakeFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a run's files are cut into pieces: by bytes, each large file alone and the largest first, the
 * small ones in ranges of their numbers; never one a file, for a piece costs some milliseconds of
 * Spring Batch's tables. What failed is cut smaller, at last file by file.
 */
final class Cut {

  /** Smaller pieces of one that did not end. */
  private static final int SMALLER = 8;

  /** At this level a piece is one file. */
  static final int FILE_BY_FILE = 2;

  private Cut() {}

  /**
   * The first pieces, the largest first.
   *
   * @param files in the order of their numbers
   * @param pieces about how many
   */
  static List<Piece> first(List<IntakeFile> files, int pieces) {
    long bytes = files.stream().mapToLong(IntakeFile::size).sum();
    long share = Math.max(1, bytes / pieces);
    List<Piece> cut = new ArrayList<>();
    files.stream()
        .filter(file -> file.size() > share)
        .sorted(
            Comparator.comparingLong(IntakeFile::size)
                .reversed()
                .thenComparing(IntakeFile::sequence))
        .forEach(file -> cut.add(alone(file, 0, false)));
    List<IntakeFile> small = files.stream().filter(file -> file.size() <= share).toList();
    cut.addAll(ranges(small, share, share, 0, false));
    return cut;
  }

  /**
   * What is left of a piece that did not end, for another try.
   *
   * @param left its files that are not stored, in the order of their numbers
   * @param level of the pieces to be made: that of the piece where it was only given back
   */
  static List<Piece> again(Piece piece, List<IntakeFile> left, int level) {
    if (left.isEmpty()) {
      return List.of();
    }
    if (level >= FILE_BY_FILE || left.size() == 1) {
      return left.stream().map(file -> alone(file, level, true)).toList();
    }
    long bytes = left.stream().mapToLong(IntakeFile::size).sum();
    return ranges(left, Math.max(1, bytes / SMALLER), piece.largest(), level, true);
  }

  private static Piece alone(IntakeFile file, int level, boolean again) {
    return new Piece(file.sequence(), file.sequence(), file.size(), level, again);
  }

  private static List<Piece> ranges(
      List<IntakeFile> files, long share, long largest, int level, boolean again) {
    List<Piece> cut = new ArrayList<>();
    int first = 0;
    long bytes = 0;
    for (int i = 0; i < files.size(); i++) {
      bytes += files.get(i).size();
      boolean isLast = i == files.size() - 1;
      if (bytes >= share || isLast) {
        cut.add(
            new Piece(files.get(first).sequence(), files.get(i).sequence(), largest, level, again));
        first = i + 1;
        bytes = 0;
      }
    }
    return cut;
  }
}
