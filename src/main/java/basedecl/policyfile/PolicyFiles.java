package basedecl.policyfile;

import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.AgencyDirectory;
import basedecl.policy.NationalRules;
import basedecl.policy.Policy;
import basedecl.policy.PolicyBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The policies that ship inside the program, and those of a folder that add to or replace them.
 *
 * <p>A folder looks like the shipped one: {@code REGION-POPULATION-KIND.yaml} for policies, {@code
 * agencies/REGION.yaml} for offices, {@code national/national.yaml} for figures of national law; a
 * {@code headers.yaml} beside them is no policy ({@link HeadersFile}). A file of the folder takes
 * the place of the shipped one of the same name, whole.
 */
public final class PolicyFiles {

  private static final String SHIPPED = "policies/";
  private static final String INDEX = SHIPPED + "index.txt";
  private static final String ENDING = ".yaml";
  private static final String NATIONAL = "national/national.yaml";

  /** Far above any policy, far below what would slow the start. */
  private static final int MAX_BYTES = 1 << 20;

  private final Optional<Path> folder;
  private final Map<String, Optional<AgencyDirectory>> agencies = new HashMap<>();

  private PolicyFiles(Optional<Path> folder) {
    this.folder = folder;
  }

  /**
   * Every policy there is, each checked from its first line to its last.
   *
   * @throws RefusedException naming file, line and word of the first thing wrong
   */
  public static PolicyBook load(Optional<Path> folder) {
    return new PolicyFiles(folder).shelf();
  }

  private PolicyBook shelf() {
    NationalRules national =
        NationalReader.read(
            file(NATIONAL).orElseThrow(() -> new IllegalStateException("No " + NATIONAL)));
    PolicyReader reader = new PolicyReader(national, this::agenciesOf);
    Map<String, SourceFile> files = new TreeMap<>();
    shippedNames().forEach(name -> shipped(name).ifPresent(file -> files.put(name, file)));
    folder.ifPresent(f -> policiesIn(f).forEach(path -> files.put(fileName(path), read(path))));
    Map<String, Policy> policies = new TreeMap<>();
    List<SourceFile> followers = new ArrayList<>();
    for (SourceFile file : files.values()) {
      if (PolicyReader.isFollower(file)) {
        followers.add(file);
      } else {
        Policy policy = reader.read(file);
        policies.put(policy.name(), policy);
      }
    }
    FollowerReader further =
        new FollowerReader(
            new TreeMap<>(policies),
            followers.stream().map(SourceFile::stem).collect(Collectors.toSet()),
            national.calendar());
    followers.forEach(
        file -> {
          Policy policy = reader.follower(file, further);
          policies.put(policy.name(), policy);
        });
    return new PolicyBook(List.copyOf(policies.values()), national, reader.warnings());
  }

  private Optional<AgencyDirectory> agenciesOf(String region) {
    return agencies.computeIfAbsent(
        region,
        r ->
            r.matches("[a-z0-9-]+")
                ? file("agencies/" + r + ENDING).map(AgencyReader::read)
                : Optional.empty());
  }

  private Optional<SourceFile> file(String name) {
    return folder
        .map(f -> f.resolve(name))
        .filter(Files::isRegularFile)
        .map(PolicyFiles::read)
        .or(() -> shipped(name));
  }

  private static List<Path> policiesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new RefusedException(Message.of("policy.folder-missing", folder.toString()));
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries.filter(Files::isRegularFile).filter(p -> !fileName(p).startsWith(".")).toList();
      files.stream()
          .filter(p -> fileName(p).endsWith(".yml"))
          .findFirst()
          .ifPresent(PolicyFiles::refuseEnding);
      return files.stream()
          .filter(p -> fileName(p).endsWith(ENDING) && !fileName(p).equals(HeadersFile.NAME))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new RefusedException(Message.of("policy.unreadable", folder.toString()), e);
    }
  }

  private static void refuseEnding(Path file) {
    throw new RefusedException(Message.of("policy.ending", file.toString()));
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }

  static SourceFile read(Path path) {
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new RefusedException(
            Message.of("policy.too-large", path.toString(), Integer.toString(MAX_BYTES)));
      }
      return SourceFile.of(path.toString(), Files.readAllBytes(path));
    } catch (IOException e) {
      throw new RefusedException(Message.of("policy.unreadable", path.toString()), e);
    }
  }

  /** The policies inside the program; a jar cannot be listed safely, so the index names them. */
  static List<String> shippedNames() {
    return resource(INDEX)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
        .orElseThrow(() -> new IllegalStateException("No " + INDEX));
  }

  private static Optional<SourceFile> shipped(String name) {
    return resource(SHIPPED + name).map(bytes -> SourceFile.of(SHIPPED + name, bytes));
  }

  private static Optional<byte[]> resource(String name) {
    try (InputStream in = PolicyFiles.class.getClassLoader().getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
