package basedecl.desk.run;

import basedecl.desk.submission.DeskFolders;
import basedecl.desk.upload.UploadedFile;
import basedecl.file.OwnerOnly;
import basedecl.ledger.submission.UploadId;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.policy.Population;
import basedecl.settings.JobKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files and folders that an operator may choose for a job: those uploaded here, those in the
 * folder {@code inputs} of the desk's file, and the desk's own inboxes. A choice is looked up among
 * what is there and never read as a path, so that no form reaches another file of the machine.
 */
final class RunFiles {

  /** So long an uploaded file is kept. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final String UPLOADED = "uploaded:";
  private static final String INPUTS = "inputs:";
  private static final String INBOX = "inbox:";

  /** Entries of {@code inputs} that are offered, and how deep they may lie. */
  private static final int MOST = 1_000;

  private static final int DEPTH = 5;

  /** What most file systems take as a name, and some room. */
  private static final int NAME_BYTES = 200;

  private final Path uploads;
  private final Optional<Path> inputs;
  private final DeskFolders folders;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  RunFiles(DeskFolders folders, Optional<Path> inputs, InstantSource clock) throws IOException {
    this.uploads = folders.root().resolve("files");
    this.inputs = inputs;
    this.folders = folders;
    this.clock = clock;
    OwnerOnly.createFolders(uploads);
  }

  /** An uploaded file, under its own name in a folder of its own. */
  record Uploaded(UploadId id, Path file, long bytes, Instant at) {

    String name() {
      return String.valueOf(file.getFileName());
    }
  }

  private record Entry(String value, String title, Path place, boolean folder) {}

  /** The name of {@link #value} that an uploaded file has in a form. */
  static String value(UploadId id) {
    return UPLOADED + id;
  }

  /** The inbox that declarations submitted in the desk lie in. */
  static String inbox(Population population) {
    return INBOX + population.word();
  }

  /** Keeps a file that came with a form; it is the owner's alone. */
  Uploaded keep(UploadedFile sent) throws IOException {
    forgetOld();
    UploadId id = UploadId.draw(random);
    Path folder = uploads.resolve(id.text());
    OwnerOnly.createFolders(folder);
    Path place = place(folder, sent.name());
    Files.move(sent.file(), place, StandardCopyOption.ATOMIC_MOVE);
    return new Uploaded(id, place, sent.bytes(), clock.instant());
  }

  /** Under the name it came with, by which a job knows its lines again; made harmless. */
  private static Path place(Path folder, String name) {
    String harmless = name.replaceFirst("^\\.+", "").strip();
    while (harmless.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES) {
      harmless = harmless.substring(harmless.offsetByCodePoints(0, 1));
    }
    try {
      return folder.resolve(harmless.isEmpty() ? "file" : harmless);
    } catch (InvalidPathException e) {
      // LANG=C, or a sign that this file system does not take.
      return folder.resolve(harmless.replaceAll("[^A-Za-z0-9._-]", "_"));
    }
  }

  /** The newest first. */
  List<Uploaded> uploaded() throws IOException {
    List<Uploaded> found = new ArrayList<>();
    try (Stream<Path> each = Files.list(uploads)) {
      for (Path folder : each.toList()) {
        UploadId.of(String.valueOf(folder.getFileName())).flatMap(this::find).ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparing(Uploaded::at).reversed());
    return found;
  }

  Optional<Uploaded> find(UploadId id) {
    try (Stream<Path> files = Files.list(uploads.resolve(id.text()))) {
      Optional<Path> file = files.findFirst();
      return file.isPresent()
          ? Optional.of(
              new Uploaded(
                  id,
                  file.get(),
                  Files.size(file.get()),
                  Files.getLastModifiedTime(file.get()).toInstant()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void delete(Uploaded file) throws IOException {
    Files.deleteIfExists(file.file());
    Files.deleteIfExists(uploads.resolve(file.id().text()));
  }

  private void forgetOld() throws IOException {
    Instant before = clock.instant().minus(KEPT);
    for (Uploaded file : uploaded()) {
      if (file.at().isBefore(before)) {
        delete(file);
      }
    }
  }

  /** What a key may be given, by the kind of its value. */
  List<Choice> choices(JobKey.Kind kind, Language language) throws IOException {
    return entries(kind, language).stream()
        .map(entry -> new Choice(entry.value(), entry.title()))
        .toList();
  }

  /** The file or folder behind a choice; empty for what was not offered. */
  Optional<Path> chosen(String value, JobKey.Kind kind) throws IOException {
    return entries(kind, Language.ZH).stream()
        .filter(entry -> entry.value().equals(value))
        .map(Entry::place)
        .findFirst();
  }

  private List<Entry> entries(JobKey.Kind kind, Language language) throws IOException {
    boolean takesFiles = kind != JobKey.Kind.EXISTING_FOLDER;
    boolean takesFolders = kind != JobKey.Kind.EXISTING_FILE;
    List<Entry> entries = new ArrayList<>();
    if (takesFiles) {
      for (Uploaded file : uploaded()) {
        entries.add(
            new Entry(
                value(file.id()),
                Message.of("desk.run.file.uploaded", file.name()).in(language),
                file.file(),
                false));
      }
    } else {
      for (Population population : Population.values()) {
        entries.add(
            new Entry(
                inbox(population),
                Message.of("desk.run.file.inbox." + population.word()).in(language),
                folders.inbox(population),
                true));
      }
    }
    for (Entry entry : ofInputs()) {
      if (entry.folder() ? takesFolders : takesFiles) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** Links are not followed, hidden files not shown. */
  private List<Entry> ofInputs() throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (inputs.isEmpty()) {
      return entries;
    }
    Path root = inputs.get();
    Files.walkFileTree(
        root,
        EnumSet.noneOf(FileVisitOption.class),
        DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root)) {
              return FileVisitResult.CONTINUE;
            }
            return add(folder, true) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
              add(file, false);
            }
            return entries.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          private boolean add(Path place, boolean folder) {
            if (String.valueOf(place.getFileName()).startsWith(".")) {
              return false;
            }
            String path = root.relativize(place).toString().replace('\\', '/');
            entries.add(new Entry(INPUTS + path, folder ? path + "/" : path, place, folder));
            return true;
          }
        });
    entries.sort(Comparator.comparing(Entry::title));
    return entries;
  }
}
