package basedecl.job.declaration;

import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonLine;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.report.YearTotals;
import basedecl.report.declaration.DetailLines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of employers that follow on each other as they stand in the detail, and who they are of
 * for whatever else is told of people.
 *
 * @param people in order
 */
record MadeStretch(DetailLines.Packed lines, List<Passed> people) {

  /** Somebody in a declaration. */
  record Passed(DeclarationRecord declaration, PersonLine person) {}

  /** Somebody as read back: what {@link PersonLine} says and no more. */
  private record Kept(
      int line,
      String name,
      IdNumber idNumber,
      Money declaredWage,
      Money base,
      boolean atLower,
      String sheet,
      int row)
      implements PersonLine {}

  /** Bytes of numbers and lengths of one person, with room to spare. */
  private static final int MARGIN = 64;

  MadeStretch {
    people = List.copyOf(people);
  }

  /** Whether it comes to what its declarations say. */
  boolean tiesTo(List<DeclarationRecord> declarations) {
    YearTotals totals = YearTotals.of(declarations);
    return people.size() == totals.persons() && lines.sums().tieTo(totals);
  }

  /**
   * As bytes, to be read back by {@link #read}.
   *
   * @param declarations those of the people
   */
  byte[] bytes(List<DeclarationRecord> declarations) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    DataOutputStream out = new DataOutputStream(bytes);
    lines.write(out);
    out.writeInt(people.size());
    ByteBuffer one = ByteBuffer.allocate(1 << 9);
    int at = 0;
    for (Passed passed : people) {
      while (declarations.get(at).id() != passed.declaration().id()) {
        at++;
      }
      PersonLine person = passed.person();
      byte[] name = person.name().getBytes(StandardCharsets.UTF_8);
      byte[] number = person.idNumber().whole().getBytes(StandardCharsets.UTF_8);
      byte[] sheet = person.sheet().getBytes(StandardCharsets.UTF_8);
      int most = MARGIN + name.length + number.length + sheet.length;
      one = one.capacity() < most ? ByteBuffer.allocate(most) : one.clear();
      one.putInt(at).putInt(person.line());
      one.putInt(name.length).put(name).putInt(number.length).put(number);
      one.putLong(person.declaredWage().fen()).putLong(person.base().fen());
      one.put((byte) (person.atLower() ? 1 : 0));
      one.putInt(sheet.length).put(sheet).putInt(person.row());
      out.write(one.array(), 0, one.position());
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException if the bytes are not such a stretch of these declarations
   */
  static MadeStretch read(byte[] bytes, List<DeclarationRecord> declarations) throws IOException {
    ByteArrayInputStream left = new ByteArrayInputStream(bytes);
    DataInputStream in = new DataInputStream(left);
    DetailLines.Packed lines = DetailLines.Packed.read(in);
    int count = in.readInt();
    ByteBuffer rest = ByteBuffer.wrap(bytes, bytes.length - left.available(), left.available());
    try {
      List<Passed> people = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        DeclarationRecord declaration = declarations.get(rest.getInt());
        people.add(new Passed(declaration, kept(rest)));
      }
      if (rest.hasRemaining()) {
        throw new IOException("More than a stretch");
      }
      return new MadeStretch(lines, people);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException("Less than a stretch", e);
    }
  }

  private static Kept kept(ByteBuffer rest) {
    return new Kept(
        rest.getInt(),
        text(rest),
        new IdNumber(text(rest)),
        Money.ofFen(rest.getLong()),
        Money.ofFen(rest.getLong()),
        rest.get() == 1,
        text(rest),
        rest.getInt());
  }

  private static String text(ByteBuffer rest) {
    int length = rest.getInt();
    if (length < 0 || length > rest.remaining()) {
      throw new BufferUnderflowException();
    }
    String text =
        new String(rest.array(), rest.position(), length, StandardCharsets.UTF_8);
    rest.position(rest.position() + length);
    return text;
  }
}
