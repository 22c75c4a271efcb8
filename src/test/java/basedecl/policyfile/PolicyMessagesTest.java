package basedecl.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyMessagesTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern KEY = Pattern.compile("\"(policy\\.[a-z.-]+[a-z])\"");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private static Properties bundle(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
      properties.load(reader);
    }
    return properties;
  }

  private static Set<String> places(String pattern) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(pattern);
    while (matcher.find()) {
      places.add(matcher.group());
    }
    return places;
  }

  @Test
  void bothLanguagesHaveTheSameSentencesWithTheSameWords() throws IOException {
    Properties chinese = bundle("messages-policy.properties");
    Properties english = bundle("messages-policy_en.properties");
    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(chinese.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(places(chinese.getProperty(key)))
                    .isEqualTo(places(english.getProperty(key))));
  }

  @Test
  void everySentenceTheCodeNamesIsThere() throws IOException {
    Set<String> sentences = bundle("messages-policy.properties").stringPropertyNames();
    Set<String> named = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/basedecl"))) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        Matcher matcher = KEY.matcher(Files.readString(source));
        while (matcher.find()) {
          named.add(matcher.group(1));
        }
      }
    }
    assertThat(named).hasSizeGreaterThan(40).isSubsetOf(sentences);
  }
}
