package basedecl.report.declaration;

import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.money.Money;
import basedecl.report.YearTotals;
import basedecl.workbook.PackedRows;
import basedecl.workbook.RowPacker;
import java.io.Closeable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * Lines of the detail that follow on each other, made apart from all others and packed, with what
 * they come to. See {@link DetailWorkbook#lines}.
 */
public final class DetailLines implements Closeable {

  private final RowPacker packer;
  private final long before;
  private long persons;
  private long declared;
  private long base;
  private long employerDue;
  private long personalDue;

  DetailLines(RowPacker packer, long before) {
    this.packer = packer;
    this.before = before;
  }

  /** Adds a person's line; the lines come in order of employer code and line. */
  public void add(DeclarationRecord declaration, PersonRecord person) throws IOException {
    persons++;
    declared = Math.addExact(declared, person.declaredWage().fen());
    base = Math.addExact(base, person.base().fen());
    employerDue = Math.addExact(employerDue, fen(person.dues().employer()));
    personalDue = Math.addExact(personalDue, fen(person.dues().personal()));
    DetailWorkbook.row(packer.rows(), before + persons, declaration, person);
  }

  private static long fen(Optional<Money> due) {
    return due.isPresent() ? due.get().fen() : 0;
  }

  /** The lines that were added. */
  public Packed finish() throws IOException {
    return new Packed(packer.finish(), new Sums(persons, declared, base, employerDue, personalDue));
  }

  @Override
  public void close() {
    packer.close();
  }

  /** Lines with what they come to. */
  public record Packed(PackedRows rows, Sums sums) {

    public void write(DataOutput out) throws IOException {
      out.writeLong(sums.persons());
      out.writeLong(sums.declared());
      out.writeLong(sums.base());
      out.writeLong(sums.employerDue());
      out.writeLong(sums.personalDue());
      rows.write(out);
    }

    /** What was written; whether it is still the same bytes is not asked. */
    public static Packed read(DataInput in) throws IOException {
      Sums sums =
          new Sums(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
      return new Packed(PackedRows.read(in), sums);
    }
  }

  /** How many people's lines, and what they come to in fen; a due that is not known counts zero. */
  public record Sums(long persons, long declared, long base, long employerDue, long personalDue) {

    public static final Sums NONE = new Sums(0, 0, 0, 0, 0);

    Sums plus(Sums other) {
      return new Sums(
          persons + other.persons,
          Math.addExact(declared, other.declared),
          Math.addExact(base, other.base),
          Math.addExact(employerDue, other.employerDue),
          Math.addExact(personalDue, other.personalDue));
    }

    /** Whether they are what declarations say, person by person and to the fen. */
    public boolean tieTo(YearTotals totals) {
      return persons == totals.persons()
          && declared == totals.declaredTotal().fen()
          && base == totals.baseTotal().fen()
          && totals.dues().employer().map(due -> due.fen() == employerDue).orElse(true)
          && totals.dues().personal().map(due -> due.fen() == personalDue).orElse(true);
    }
  }
}
