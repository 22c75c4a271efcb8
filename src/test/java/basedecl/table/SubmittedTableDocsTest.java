package basedecl.table;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cell.CellValue;
import basedecl.person.IdNumber;
import basedecl.person.IdReading;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a loader of a submitted table says of its columns is what its header asks for. */
class SubmittedTableDocsTest {

  private static final Pattern COLUMN =
      Pattern.compile("^ \\* (\\S+) +(required|optional)(?: .*)?$", Pattern.MULTILINE);
  private static final Pattern SAMPLE =
      Pattern.compile("^ \\* (\\S+)  → \\S.*$", Pattern.MULTILINE);
  private static final Pattern TITLES = Pattern.compile("\n \\*\n \\* ([^ ,\n]+(?:,[^ ,\n]+)+)\n");
  private static final Pattern ID_NUMBER = Pattern.compile("\\b\\d{17}[\\dX]\\b");

  private static Map<String, HeaderSpec<?>> headers() throws ReflectiveOperationException {
    Map<String, HeaderSpec<?>> headers = new LinkedHashMap<>();
    for (JavaField field :
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("basedecl.job")
                .stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> field.getRawType().isEquivalentTo(HeaderSpec.class))
                .toList()) {
      Field reflected = Class.forName(field.getOwner().getName()).getDeclaredField(field.getName());
      reflected.setAccessible(true);
      headers.put(field.getOwner().getName(), (HeaderSpec<?>) reflected.get(null));
    }
    return headers;
  }

  private static String source(String type) throws IOException {
    return Files.readString(Path.of("src/main/java", type.replace('.', '/') + ".java"));
  }

  private static <C extends Enum<C>> Map<String, String> asked(HeaderSpec<C> header) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < header.columns(); i++) {
      C column = header.column(i);
      columns.put(header.title(column), header.isKey(column) ? "required" : "optional");
    }
    return columns;
  }

  @Test
  void theColumnsAreThoseOfTheHeaderAndTheRequiredOnesAreSaidToBe() throws Exception {
    Map<String, HeaderSpec<?>> headers = headers();
    assertThat(headers).hasSizeGreaterThanOrEqualTo(10);
    for (Map.Entry<String, HeaderSpec<?>> each : headers.entrySet()) {
      Map<String, String> told = new LinkedHashMap<>();
      Matcher column = COLUMN.matcher(source(each.getKey()));
      while (column.find()) {
        told.put(column.group(1), column.group(2));
      }
      assertThat(told).as(each.getKey()).containsExactlyInAnyOrderEntriesOf(asked(each.getValue()));
    }
  }

  @Test
  void eachShowsThreeLinesUnderTitlesThatItsHeaderKnows() throws Exception {
    for (Map.Entry<String, HeaderSpec<?>> each : headers().entrySet()) {
      String source = source(each.getKey());
      Matcher titles = TITLES.matcher(source);
      assertThat(titles.find()).as(each.getKey()).isTrue();
      List<String> named = List.of(titles.group(1).split(",", -1));
      assertThat(named)
          .as(each.getKey())
          .allSatisfy(title -> assertThat(each.getValue().named(title)).isPresent());
      List<String> samples = new ArrayList<>();
      Matcher sample = SAMPLE.matcher(source);
      while (sample.find()) {
        samples.add(sample.group(1));
      }
      assertThat(samples)
          .as(each.getKey())
          .hasSize(3)
          .allSatisfy(line -> assertThat(line.split(",", -1)).hasSameSizeAs(named));
    }
  }

  @Test
  void theIdentityNumbersOfTheLinesAreValid() throws Exception {
    int numbers = 0;
    for (String type : headers().keySet()) {
      Matcher number = ID_NUMBER.matcher(source(type));
      while (number.find()) {
        numbers++;
        assertThat(
                IdNumber.read(
                    CellValue.Blank.BLANK,
                    new CellValue.Text(number.group()),
                    LocalDate.of(2024, 1, 26)))
            .as(type)
            .isInstanceOf(IdReading.Read.class);
      }
    }
    assertThat(numbers).isGreaterThanOrEqualTo(12);
  }
}
