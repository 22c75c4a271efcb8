package basedecl.job.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.assessment.Adjustment;
import basedecl.assessment.Dues;
import basedecl.declaration.procedure.DeclarationState;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import basedecl.report.declaration.DetailLines;
import basedecl.workbook.RowPacker;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStretchesTest {

  private static final Map<Long, String> SOURCES = Map.of(7L, "digest 1 2024-01-05", 9L, "other");
  private static final List<DeclarationRecord> DECLARATIONS =
      List.of(declaration(7, "甲公司", 1), declaration(9, "乙公司", 2));
  private static final String PLACE = "0 5";

  private final Path parent;

  KeptStretchesTest(@TempDir Path folder) {
    parent = folder.resolve("stretches");
  }

  @Test
  void whatIsKeptComesBackAsItWas() throws IOException {
    MadeStretch made = made();
    keep(made);

    MadeStretch back = found(stretches("program"), PLACE, DECLARATIONS).orElseThrow();

    assertThat(back.bytes(0, DECLARATIONS)).isEqualTo(made.bytes(0, DECLARATIONS));
    assertThat(back.people())
        .extracting(p -> p.declaration().id() + p.person().name() + p.person().idNumber().whole())
        .containsExactly("7王小明E1000000", "9王小明E1000001", "9王小明E1000002");
    assertThat(back.people())
        .extracting(p -> p.person().line() + p.person().sheet() + p.person().row())
        .containsExactly("1表1!5", "2表1!6", "3表1!7");
    assertThat(Files.getPosixFilePermissions(only()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void whateverItIsMadeOfItIsAnotherStretch() throws IOException {
    keep(made());

    assertThat(found(stretches("another program"), PLACE, DECLARATIONS)).isEmpty();
    assertThat(found(stretches("program"), "1 5", DECLARATIONS)).isEmpty();
    assertThat(
            found(
                stretches("program"),
                PLACE,
                List.of(DECLARATIONS.get(0), declaration(9, "丙公司", 2))))
        .isEmpty();
    assertThat(found(stretches("program"), PLACE, DECLARATIONS.subList(0, 1))).isEmpty();
    Map<Long, String> restored = Map.of(7L, "digest 1 2024-01-05", 9L, "the same number again");
    assertThat(
            found(
                new KeptStretches(parent, 2024, restored, Optional.of("program")),
                PLACE,
                DECLARATIONS))
        .isEmpty();
  }

  @Test
  void nothingIsKeptOfWhatCannotBeTold() {
    assertThat(new KeptStretches(parent, 2024, SOURCES, Optional.empty()).key(PLACE, DECLARATIONS))
        .isEmpty();
    assertThat(
            new KeptStretches(parent, 2024, Map.of(), Optional.of("program"))
                .key(PLACE, DECLARATIONS))
        .isEmpty();
  }

  @Test
  void aFileThatIsNotWholeIsNotUsed() throws IOException {
    keep(made());
    byte[] whole = Files.readAllBytes(only());
    for (int length = 0; length < whole.length; length += 13) {
      Files.write(only(), Arrays.copyOf(whole, length));
      assertThat(found(stretches("program"), PLACE, DECLARATIONS)).isEmpty();
    }
    for (int at = 0; at < whole.length; at += 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(only(), damaged);
      assertThat(found(stretches("program"), PLACE, DECLARATIONS)).as("byte %d", at).isEmpty();
    }
    Files.write(only(), whole);
    assertThat(found(stretches("program"), PLACE, DECLARATIONS)).isPresent();
  }

  @Test
  void whatDoesNotComeToItsTotalsIsNotKept() throws IOException {
    List<DeclarationRecord> more = List.of(DECLARATIONS.get(0), declaration(9, "乙公司", 3));
    KeptStretches stretches = stretches("program");
    stretches.keep(stretches.key(PLACE, more).orElseThrow(), made(), more);

    assertThat(parent.resolve("2024")).doesNotExist();
  }

  @Test
  void whereNothingCanBeWrittenTheNightGoesOn() throws IOException {
    Files.createDirectories(parent);
    Files.writeString(parent.resolve("2024"), "in the way");

    keep(made());
    stretches("program").forgetOthers();

    assertThat(found(stretches("program"), PLACE, DECLARATIONS)).isEmpty();
    assertThat(parent.resolve("2024")).hasContent("in the way");
  }

  @Test
  void whatANightDidNotUseIsDeletedAndTheYearBeforeTheLast() throws IOException {
    keep(made());
    Path before = Files.createDirectories(parent.resolve("2022")).resolve("ab.stretch");
    Files.writeString(before, "old");
    KeptStretches using = stretches("program");
    found(using, PLACE, DECLARATIONS);
    using.forgetOthers();
    assertThat(only()).exists();
    assertThat(before).doesNotExist();

    stretches("program").forgetOthers();
    assertThat(parent.resolve("2024")).isEmptyDirectory();
  }

  private void keep(MadeStretch made) throws IOException {
    KeptStretches stretches = stretches("program");
    stretches.keep(stretches.key(PLACE, DECLARATIONS).orElseThrow(), made, DECLARATIONS);
  }

  private KeptStretches stretches(String program) {
    return new KeptStretches(parent, 2024, SOURCES, Optional.of(program));
  }

  private static Optional<MadeStretch> found(
      KeptStretches stretches, String place, List<DeclarationRecord> declarations) {
    return stretches.find(stretches.key(place, declarations).orElseThrow(), declarations);
  }

  private Path only() throws IOException {
    try (Stream<Path> files = Files.list(parent.resolve("2024"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private static MadeStretch made() throws IOException {
    TableSheet sheet = TableSheet.of("明细表", "明细", TableColumn.text("姓名", 12));
    try (RowPacker packer = new RowPacker(sheet, 1_000, 0)) {
      for (int i = 0; i < 3; i++) {
        packer.rows().row().text("王小明" + i);
      }
      return new MadeStretch(
          new DetailLines.Packed(
              packer.finish(), new DetailLines.Sums(3, 1_500_000, 1_500_000, 30_000, 9_000)),
          List.of(
              new MadeStretch.Passed(DECLARATIONS.get(0), person(1)),
              new MadeStretch.Passed(DECLARATIONS.get(1), person(2)),
              new MadeStretch.Passed(DECLARATIONS.get(1), person(3))));
    }
  }

  private static PersonRecord person(int line) {
    return new PersonRecord(
        line,
        "王小明",
        DocumentKind.PASSPORT,
        new IdNumber("E" + (999_999 + line)),
        Money.of(5_000),
        Money.of(5_000),
        Adjustment.AS_DECLARED,
        line == 2,
        dues(1),
        "",
        "表1!",
        4 + line);
  }

  private static DeclarationRecord declaration(long id, String name, int persons) {
    return new DeclarationRecord(
        id,
        2024,
        "000" + id,
        name,
        "市直",
        1,
        DeclarationState.values()[0],
        "a.csv",
        persons,
        1,
        0,
        0,
        Money.of(5_000L * persons),
        Money.of(5_000L * persons),
        dues(persons),
        false);
  }

  private static Dues dues(int persons) {
    return new Dues(Optional.of(Money.of(100L * persons)), Optional.of(Money.of(30L * persons)));
  }
}
