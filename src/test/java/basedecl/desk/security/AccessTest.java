package basedecl.desk.security;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.account.Role;
import basedecl.desk.DeskUnderTest;
import basedecl.desk.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every address and every role, at a running desk. */
@Tag("run")
class AccessTest {

  private static final Map<Role, Visitor> SIGNED_IN = new EnumMap<>(Role.class);
  private static DeskUnderTest desk;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    desk = DeskUnderTest.start(folder);
    for (Role role : Role.values()) {
      Visitor visitor = new Visitor(desk);
      assertThat(visitor.signIn(desk.ready("a-" + role.word(), role))).isEqualTo("/");
      SIGNED_IN.put(role, visitor);
    }
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void everyAddressIsOpenToWhomTheTableSaysAndToNobodyElse() throws Exception {
    for (AccessTable.Row row : AccessTable.rows()) {
      for (String path : samples(row)) {
        for (Map.Entry<Role, Visitor> each : SIGNED_IN.entrySet()) {
          int status = each.getValue().get(path).statusCode();
          boolean open = row.isPublic() || row.roles().contains(each.getKey());
          assertThat(status == 403)
              .as("%s for %s: %s", path, each.getKey(), status)
              .isNotEqualTo(open);
        }
        HttpResponse<String> answer = new Visitor(desk).get(path);
        boolean turnedAway =
            answer.statusCode() == 303 && Visitor.location(answer).startsWith("/sign-in");
        assertThat(turnedAway).as("%s for nobody", path).isEqualTo(!row.isPublic());
      }
    }
  }

  @Test
  void whatIsNotInTheTableIsNotThereForAnybody() throws Exception {
    for (String path :
        List.of(
            "/x", "/admin", "/desk.css", "/declare.html", "/actuator/health", "/webjars/x.js")) {
      assertThat(new Visitor(desk).get(path).statusCode()).as(path).isEqualTo(404);
      for (Visitor visitor : SIGNED_IN.values()) {
        assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
      }
    }
  }

  @Test
  void waysAroundTheTableLeadNowhere() throws Exception {
    Visitor nobody = new Visitor(desk);
    for (String path :
        List.of(
            "//declare",
            "/declare;x=1",
            "/%64eclare",
            "/check/%2e%2e/declare",
            "/check/..%2fdeclare",
            "/declare/",
            "/declare%00")) {
      HttpResponse<String> answer = nobody.get(path);
      assertThat(answer.statusCode()).as(path).isIn(303, 400, 404);
    }
  }

  @Test
  void whoAsksForWhatIsNotTheirsStandsInTheRecord() throws Exception {
    long before = refused();
    Objects.requireNonNull(SIGNED_IN.get(Role.PERSON)).get("/declare/check/7");
    assertThat(refused()).isEqualTo(before + 1);
  }

  private static long refused() {
    return Optional.ofNullable(
            desk.template()
                .queryForObject(
                    "SELECT COUNT(*) FROM account_event WHERE kind = 'ACCESS_REFUSED'", Long.class))
        .orElseThrow();
  }

  /** An address that a page serves and the table does not know would be served to nobody. */
  @Test
  void everyPageThereIsStandsInTheTable() {
    List<String> mappings = mappings();
    assertThat(mappings).contains("/", "/sign-in", "/password", "/second-factor");
    assertThat(mappings)
        .allSatisfy(
            mapping ->
                assertThat(AccessTable.of(mapping.replaceAll("\\{[^}]*}", "x")))
                    .as(mapping)
                    .isPresent());
  }

  private static List<String> mappings() {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    List<String> mappings = new ArrayList<>();
    scan.findCandidateComponents("basedecl.desk").stream()
        .map(found -> String.valueOf(found.getBeanClassName()))
        .map(name -> ClassUtils.resolveClassName(name, AccessTest.class.getClassLoader()))
        .flatMap(type -> Stream.of(ReflectionUtils.getDeclaredMethods(type)))
        .forEach(
            method ->
                MergedAnnotations.from(method).stream(RequestMapping.class)
                    .forEach(mapping -> mappings.addAll(List.of(mapping.getStringArray("path")))));
    return mappings;
  }

  private static List<String> samples(AccessTable.Row row) {
    String pattern = row.pattern().getPatternString();
    if (pattern.endsWith("/**")) {
      String path = pattern.substring(0, pattern.length() - 3);
      return List.of(path, path + "/0370700001");
    }
    return List.of(pattern.replace("*", "0"));
  }
}
