package basedecl.desk.upload;

import java.nio.file.Path;

/**
 * A file that came with a form. Controllers take it as an argument. It lies in a folder of the
 * desk's own and is deleted at the end of the request; whoever wants to keep it moves it.
 *
 * @param name as the browser gave it, without folders and signs that do not print, for people to
 *     read; never a name of a file here
 */
public record UploadedFile(Path file, String name, long bytes) {

  /** No file was chosen. */
  public static final UploadedFile NONE = new UploadedFile(Path.of(""), "", 0);

  public boolean isThere() {
    return !name.isEmpty();
  }
}
