package basedecl.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every table the program reads knows a column that many tables have by the same words. */
class KnownHeaderTest {

  private static List<HeaderSpec<?>> everyHeader() throws ReflectiveOperationException {
    List<HeaderSpec<?>> headers = new ArrayList<>();
    for (JavaField field :
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("basedecl")
                .stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> field.getRawType().isEquivalentTo(HeaderSpec.class))
                .toList()) {
      Field reflected = Class.forName(field.getOwner().getName()).getDeclaredField(field.getName());
      reflected.setAccessible(true);
      headers.add((HeaderSpec<?>) reflected.get(null));
    }
    return headers;
  }

  @Test
  void everyTableKnowsAllWordsOfAColumnThatManyHave() throws Exception {
    List<HeaderSpec<?>> headers = everyHeader();
    assertThat(headers).hasSizeGreaterThanOrEqualTo(12);
    for (HeaderSpec<?> header : headers) {
      for (KnownHeader known : KnownHeader.values()) {
        Optional<?> column = header.named(known.title());
        // The tables of other offices head the employer's code with the taxpayer's number too.
        if (column.isPresent()) {
          assertThat(known.alsoReadAs())
              .allSatisfy(word -> assertThat(header.named(word)).isPresent());
        }
      }
    }
  }
}
