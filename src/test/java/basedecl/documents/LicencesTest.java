package basedecl.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page of licences lists the libraries in the jar, as the build's CycloneDX list has them.
 * {@code make licences} writes its table anew.
 */
class LicencesTest {

  private static final Path PAGE = Path.of("src/docs/licences.md");
  private static final Path LIST = Path.of("target/classes/META-INF/sbom/application.cdx.json");
  private static final String HEAD = "| library | licences |\n|---|---|\n";

  @BeforeAll
  static void writeTheTableWhereAsked() throws IOException {
    if (Boolean.getBoolean("basedecl.licences.write")) {
      String page = Files.readString(PAGE);
      Files.writeString(PAGE, page.substring(0, page.indexOf(HEAD)) + table());
    }
  }

  @Test
  void thePageListsEveryLibraryOfTheJarAndNoOther() throws IOException {
    assertThat(Files.readString(PAGE)).as("make licences writes it anew").endsWith("\n" + table());
  }

  @Test
  void everyLibraryHasALicence() throws IOException {
    assertThat(lines()).hasSizeGreaterThan(50).noneMatch(line -> line.endsWith("|  |"));
  }

  private static String table() throws IOException {
    return HEAD + String.join("\n", lines()) + "\n";
  }

  private static List<String> lines() throws IOException {
    JsonNode list = JsonMapper.shared().readTree(Files.readString(LIST));
    return list.get("components").valueStream().map(LicencesTest::line).sorted().toList();
  }

  private static String line(JsonNode library) {
    String licences =
        library
            .path("licenses")
            .valueStream()
            .map(each -> each.path("expression").asString(licence(each.path("license"))))
            .collect(Collectors.joining(", "));
    return "| %s:%s | %s |"
        .formatted(library.get("group").asString(), library.get("name").asString(), licences);
  }

  private static String licence(JsonNode licence) {
    return licence.path("id").asString(licence.path("name").asString(""));
  }
}
