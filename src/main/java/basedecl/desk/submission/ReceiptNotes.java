package basedecl.desk.submission;

import basedecl.file.OwnerOnly;
import basedecl.file.ReplacedFile;
import basedecl.ledger.submission.Submission;
import basedecl.ledger.submission.SubmissionNumber;
import basedecl.ledger.submission.Upload;
import basedecl.ledger.submission.UploadId;
import basedecl.money.Money;
import basedecl.policy.Population;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A note beside the ledger of each submission that is about to show its receipt, on the disk before
 * it does. A version of H2 was seen to lose the commits of its last moments when its process was
 * killed; what a receipt promises is written into the ledger again from here.
 */
final class ReceiptNotes {

  private final Path folder;

  ReceiptNotes(Path folder) {
    this.folder = folder;
  }

  /**
   * Keeps what is about to be promised, and its file by another name; of several who come at once
   * one does, and each returns when it is on the disk.
   */
  synchronized void write(Submission submission, Path file) throws IOException {
    Path note = folder.resolve(submission.number() + ".txt");
    if (Files.exists(note)) {
      return;
    }
    OwnerOnly.createFolders(folder);
    Path copy = copy(submission);
    if (!Files.exists(copy)) {
      try {
        Files.createLink(copy, file);
      } catch (NoSuchFileException e) {
        // Somebody else has put it into the inbox, after a note of its own.
        return;
      }
    }
    try (ReplacedFile whole = ReplacedFile.at(note)) {
      Writer text = new OutputStreamWriter(whole.stream(), StandardCharsets.UTF_8);
      properties(submission).store(text, null);
      text.flush();
      whole.finish();
    }
  }

  /** Where the file of a submission is kept as long as its note. */
  Path copy(Submission submission) {
    return folder.resolve(submission.number() + ".data");
  }

  /** All that are kept; one that cannot be read was never finished and promised nothing. */
  List<Submission> all() throws IOException {
    OwnerOnly.createFolders(folder);
    List<Submission> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".txt")).sorted().toList()) {
        Properties note = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          note.load(text);
        }
        found.add(submission(note));
      }
    }
    return found;
  }

  Path folder() {
    return folder;
  }

  private static Properties properties(Submission submission) {
    Upload upload = submission.upload();
    Properties note = new Properties();
    note.setProperty("number", submission.number().toString());
    note.setProperty("submitted", submission.submittedAt().toString());
    note.setProperty("upload", upload.id().text());
    note.setProperty("account", Long.toString(upload.account()));
    note.setProperty("policy", upload.policy());
    note.setProperty("year", Integer.toString(upload.year()));
    note.setProperty("population", upload.population().name());
    note.setProperty("employer", upload.employerCode());
    note.setProperty("file", upload.fileName());
    note.setProperty("sha256", upload.sha256());
    note.setProperty("size", Long.toString(upload.size()));
    note.setProperty("received", upload.receivedAt().toString());
    note.setProperty("parts", Integer.toString(submission.parts().size()));
    for (int i = 0; i < submission.parts().size(); i++) {
      Submission.Part part = submission.parts().get(i);
      note.setProperty("part." + i + ".employer", part.employerCode());
      note.setProperty("part." + i + ".name", part.employerName());
      note.setProperty("part." + i + ".persons", Long.toString(part.persons()));
      note.setProperty("part." + i + ".declared", part.declaredTotal().toString());
      note.setProperty("part." + i + ".base", part.baseTotal().toString());
    }
    return note;
  }

  private static Submission submission(Properties note) {
    Upload upload =
        new Upload(
            new UploadId(note.getProperty("upload", "")),
            Long.parseLong(note.getProperty("account", "")),
            note.getProperty("policy", ""),
            Integer.parseInt(note.getProperty("year", "")),
            Population.valueOf(note.getProperty("population", "")),
            note.getProperty("employer", ""),
            note.getProperty("file", ""),
            note.getProperty("sha256", ""),
            Long.parseLong(note.getProperty("size", "")),
            Instant.parse(note.getProperty("received", "")),
            true);
    List<Submission.Part> parts = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(note.getProperty("parts", "0")); i++) {
      parts.add(
          new Submission.Part(
              note.getProperty("part." + i + ".employer", ""),
              note.getProperty("part." + i + ".name", ""),
              Long.parseLong(note.getProperty("part." + i + ".persons", "")),
              Money.of(note.getProperty("part." + i + ".declared", "")),
              Money.of(note.getProperty("part." + i + ".base", ""))));
    }
    return new Submission(
        SubmissionNumber.of(note.getProperty("number", "")).orElseThrow(),
        upload,
        Instant.parse(note.getProperty("submitted", "")),
        parts);
  }
}
