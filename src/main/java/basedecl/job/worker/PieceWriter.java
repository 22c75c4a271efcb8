package basedecl.job.worker;

import basedecl.job.intake.AssessedRows;
import basedecl.job.intake.DeclarationItemWriter;
import basedecl.ledger.intake.StagingLedger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Stores the chunks of one piece. Of a file that another may have stored in part, that part is
 * taken out in the transaction that stores its first rows anew.
 */
class PieceWriter implements ItemWriter<List<AssessedRows>> {

  private final DeclarationItemWriter writer;
  private final StagingLedger staging;
  private final boolean again;
  private final WorkerTally tally;
  private final Set<Long> begun = new HashSet<>();

  PieceWriter(
      DeclarationItemWriter writer, StagingLedger staging, boolean again, WorkerTally tally) {
    this.writer = writer;
    this.staging = staging;
    this.again = again;
    this.tally = tally;
  }

  @Override
  public void write(Chunk<? extends List<AssessedRows>> chunk) {
    if (again) {
      List<Long> first =
          chunk.getItems().stream()
              .flatMap(List::stream)
              .map(AssessedRows::fileId)
              .filter(begun::add)
              .toList();
      staging.discard(first);
    }
    writer.write(chunk);
    long persons = 0;
    long files = 0;
    for (List<AssessedRows> slices : chunk) {
      for (AssessedRows slice : slices) {
        persons += slice.people().size();
        files += slice.stored().isPresent() ? 1 : 0;
      }
    }
    tally.add(files, persons);
  }
}
