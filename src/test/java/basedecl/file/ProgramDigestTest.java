package basedecl.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramDigestTest {

  private static final Map<String, String> PROGRAM =
      Map.of(
          "basedecl/cli/Main.class",
          "main",
          "basedecl/money/Money.class",
          "money",
          "messages-job.properties",
          "job.done=Done");

  private static final String LIBRARIES = "Class-Path: lib/poi-5.jar lib/h2-2.jar\n";

  private final Path folder;

  ProgramDigestTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Map<String, String> with(String name, String text) {
    Map<String, String> changed = new LinkedHashMap<>(PROGRAM);
    changed.put(name, text);
    return changed;
  }

  private String classes(String name, Map<String, String> files) throws IOException {
    Path classes = folder.resolve(name);
    for (Map.Entry<String, String> each : files.entrySet()) {
      Path file = classes.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, each.getValue());
      Files.setLastModifiedTime(file, FileTime.fromMillis(name.hashCode()));
    }
    return ProgramDigest.of(classes);
  }

  private String jar(Map<String, String> files, String manifest) throws IOException {
    Path jar = Files.createTempFile(folder, "program", ".jar");
    try (OutputStream bytes = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + manifest);
      for (Map.Entry<String, String> each : files.entrySet()) {
        put(zip, each.getKey(), each.getValue());
      }
    }
    return ProgramDigest.of(jar);
  }

  private String laidOut(Map<String, String> files) throws IOException {
    return jar(files, LIBRARIES);
  }

  private String asBuilt(Map<String, String> files, String library) throws IOException {
    Map<String, String> nested = new LinkedHashMap<>();
    nested.put("org/springframework/boot/loader/launch/JarLauncher.class", "loader");
    nested.put("BOOT-INF/classpath.idx", "index");
    nested.put("BOOT-INF/classes/", "");
    files.forEach((name, text) -> nested.put("BOOT-INF/classes/" + name, text));
    nested.put("BOOT-INF/lib/h2-2.jar", "library");
    nested.put("BOOT-INF/lib/" + library, "library");
    return jar(nested, "");
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Test
  void oneBuildHasOneDigestWhateverHoldsIt() throws IOException {
    assertThat(laidOut(PROGRAM)).matches("[0-9a-f]{64}").isEqualTo(asBuilt(PROGRAM, "poi-5.jar"));
    assertThat(jar(PROGRAM, ""))
        .isEqualTo(classes("one", PROGRAM))
        .isEqualTo(classes("two", with("META-INF/sbom/application.cdx.json", "{}")));
  }

  @ParameterizedTest
  @CsvSource({
    "basedecl/cli/Main.class, mbin",
    "basedecl/cli/Other.class, main",
    "messages-job.properties, job.done=Done."
  })
  void anotherClassOrTextIsAnotherProgram(String name, String text) throws IOException {
    Map<String, String> changed = with(name, text);
    assertThat(laidOut(changed)).isNotEqualTo(laidOut(PROGRAM));
    assertThat(asBuilt(changed, "poi-5.jar")).isNotEqualTo(asBuilt(PROGRAM, "poi-5.jar"));
    assertThat(classes("changed", changed)).isNotEqualTo(classes("one", PROGRAM));
  }

  @Test
  void anotherLibraryIsAnotherProgram() throws IOException {
    assertThat(asBuilt(PROGRAM, "poi-6.jar")).isNotEqualTo(laidOut(PROGRAM));
    assertThat(jar(PROGRAM, "")).isNotEqualTo(laidOut(PROGRAM));
  }

  @ParameterizedTest
  @CsvSource({
    "file:/opt/app/base-declaration.jar, /opt/app/base-declaration.jar",
    "file:/opt/%E7%94%B3%E6%8A%A5/classes/, /opt/申报/classes",
    "jar:nested:/opt/app/base-declaration.jar/!BOOT-INF/classes/!/, /opt/app/base-declaration.jar",
    "jar:nested:/opt/%E7%94%B3%E6%8A%A5%20a%21/x.jar/!BOOT-INF/classes/!/, /opt/申报 a!/x.jar"
  })
  void whereItLiesIsReadFromItsAddress(String address, Path place) {
    assertThat(ProgramDigest.place(address)).isEqualTo(place);
  }

  @Test
  void whatRunsHereIsKnown() {
    assertThat(ProgramDigest.ofThisProgram()).isPresent();
  }
}
