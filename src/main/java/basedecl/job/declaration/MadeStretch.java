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

  private static final int AT_LOWER = 1;
  private static final int SAME_SHEET = 2;
  private static final byte[] NOTHING = {};

  /** Bytes of marks, numbers and lengths of one person, with room to spare. */
  private static final int MARGIN = 128;

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
   * @param head so many bytes are left free before them
   * @param declarations those of the people
   */
  byte[] bytes(int head, List<DeclarationRecord> declarations) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    bytes.write(new byte[head]);
    DataOutputStream out = new DataOutputStream(bytes);
    lines.write(out);
    out.writeInt(people.size());
    ByteBuffer one = ByteBuffer.allocate(1 << 9);
    int at = 0;
    String sheet = "";
    for (Passed passed : people) {
      int before = at;
      while (declarations.get(at).id() != passed.declaration().id()) {
        at++;
      }
      PersonLine person = passed.person();
      byte[] name = person.name().getBytes(StandardCharsets.UTF_8);
      byte[] number = person.idNumber().whole().getBytes(StandardCharsets.UTF_8);
      boolean sameSheet = person.sheet().equals(sheet);
      sheet = person.sheet();
      byte[] other = sameSheet ? NOTHING : sheet.getBytes(StandardCharsets.UTF_8);
      int most = MARGIN + name.length + number.length + other.length;
      one = one.capacity() < most ? ByteBuffer.allocate(most) : one.clear();
      one.put((byte) ((person.atLower() ? AT_LOWER : 0) | (sameSheet ? SAME_SHEET : 0)));
      number(one, at - before);
      number(one, person.line());
      number(one, person.row());
      number(one, person.declaredWage().fen());
      number(one, person.base().fen());
      text(one, name);
      text(one, number);
      if (!sameSheet) {
        text(one, other);
      }
      out.write(one.array(), 0, one.position());
    }
    return bytes.toByteArray();
  }

  /** Seven bits a byte, the lowest first; all but the last have the eighth. */
  private static void number(ByteBuffer out, long number) {
    long left = number;
    while ((left & ~0x7FL) != 0) {
      out.put((byte) (left | 0x80));
      left >>>= 7;
    }
    out.put((byte) left);
  }

  private static void text(ByteBuffer out, byte[] text) {
    number(out, text.length);
    out.put(text);
  }

  /**
   * @param head so many bytes before them are passed over
   * @throws IOException if the bytes are not such a stretch of these declarations
   */
  static MadeStretch read(byte[] bytes, int head, List<DeclarationRecord> declarations)
      throws IOException {
    ByteArrayInputStream left = new ByteArrayInputStream(bytes, head, bytes.length - head);
    DataInputStream in = new DataInputStream(left);
    DetailLines.Packed lines = DetailLines.Packed.read(in);
    int count = in.readInt();
    ByteBuffer rest = ByteBuffer.wrap(bytes, bytes.length - left.available(), left.available());
    try {
      List<Passed> people = new ArrayList<>();
      int at = 0;
      String sheet = "";
      for (int i = 0; i < count; i++) {
        int marks = rest.get();
        at += (int) number(rest);
        int line = (int) number(rest);
        int row = (int) number(rest);
        Money wage = Money.ofFen(number(rest));
        Money base = Money.ofFen(number(rest));
        String name = text(rest);
        IdNumber number = new IdNumber(text(rest));
        sheet = (marks & SAME_SHEET) == 0 ? text(rest) : sheet;
        boolean atLower = (marks & AT_LOWER) != 0;
        people.add(
            new Passed(
                declarations.get(at),
                new Kept(line, name, number, wage, base, atLower, sheet, row)));
      }
      if (rest.hasRemaining()) {
        throw new IOException("More than a stretch");
      }
      return new MadeStretch(lines, people);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException("Less than a stretch", e);
    }
  }

  private static long number(ByteBuffer in) {
    long number = 0;
    int shift = 0;
    byte next = in.get();
    while (next < 0) {
      number |= (next & 0x7FL) << shift;
      shift += 7;
      next = in.get();
    }
    return number | (long) next << shift;
  }

  private static String text(ByteBuffer rest) {
    int length = (int) number(rest);
    if (length < 0 || length > rest.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] text = new byte[length];
    rest.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
