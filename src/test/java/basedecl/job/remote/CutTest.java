package basedecl.job.remote;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.ledger.intake.IntakeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How files are cut into pieces, and pieces that did not end into smaller ones. */
class CutTest {

  private static IntakeFile file(int number, long bytes) {
    return new IntakeFile(
        number,
        1,
        number,
        number + ".csv",
        Integer.toString(number),
        bytes,
        0,
        Optional.empty(),
        IntakeFile.State.CLAIMED,
        Optional.empty(),
        0,
        0,
        0);
  }

  private static List<IntakeFile> random(int seed) {
    Random random = new Random(seed);
    List<IntakeFile> files = new ArrayList<>();
    int count = 1 + random.nextInt(400);
    for (int i = 1; i <= count; i++) {
      files.add(file(i, random.nextInt(20) == 0 ? random.nextInt(5_000_000) : random.nextInt(900)));
    }
    return files;
  }

  private static List<Integer> numbers(List<Piece> pieces, List<IntakeFile> files) {
    return pieces.stream()
        .flatMap(piece -> piece.of(files).stream())
        .map(IntakeFile::sequence)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyFileIsInOnePieceAlsoWhenPiecesAreCutAgain(int seed) {
    List<IntakeFile> files = random(seed);
    List<Integer> all = files.stream().map(IntakeFile::sequence).toList();
    List<Piece> pieces = Cut.first(files, 16);
    assertThat(numbers(pieces, files)).isEqualTo(all);
    for (int level = 1; level <= Cut.FILE_BY_FILE; level++) {
      List<Piece> smaller = new ArrayList<>();
      for (Piece piece : pieces) {
        smaller.addAll(Cut.again(piece, piece.of(files), level));
      }
      assertThat(numbers(smaller, files)).isEqualTo(all);
      pieces = smaller;
    }
    assertThat(pieces).hasSameSizeAs(files).allMatch(Piece::again);
  }

  @Test
  void largeFilesAreAloneTheLargestFirstAndSmallOnesAreNot() {
    List<IntakeFile> files = new ArrayList<>();
    for (int i = 1; i <= 10_000; i++) {
      files.add(file(i, i == 17 ? 900_000 : i == 4_711 ? 2_000_000 : 100));
    }
    List<Piece> pieces = Cut.first(files, 16);
    assertThat(pieces).hasSizeLessThan(20);
    assertThat(pieces.get(0).first()).isEqualTo(4_711);
    assertThat(pieces.get(0).isOneFile()).isTrue();
    assertThat(pieces.get(1).first()).isEqualTo(17);
  }

  @Test
  void aPieceIsTheSameAfterItsWayThroughTheLedger() {
    Piece piece = new Piece(3, 9, 4_000_000_000L, 1, true);
    assertThat(Piece.of(piece.context())).isEqualTo(piece);
  }
}
