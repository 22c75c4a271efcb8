package basedecl.desk.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.tomcat.util.http.Parameters;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.jspecify.annotations.Nullable;

/** A form with one file, read by Tomcat's own parser as it comes. */
final class MultipartBody {

  private static final int MOST_FIELDS = 20;
  private static final int FIELD_BYTES = 4 << 10;
  private static final int HEADER_BYTES = 2 << 10;

  private final HttpServletRequest request;
  private final UploadLimits limits;
  private final UploadFolder folder;
  private final Parameters fields = FormFields.parameters(MOST_FIELDS);
  private UploadedFile file = UploadedFile.NONE;
  private int parts;

  MultipartBody(HttpServletRequest request, UploadLimits limits, UploadFolder folder) {
    this.request = request;
    this.limits = limits;
    this.folder = folder;
  }

  /** Reads it all. What was written until it failed, {@link #delete} deletes. */
  void read() throws IOException {
    InputStream body =
        new BoundedBody(request.getInputStream(), limits.fileBytes() + limits.formBytes(), limits);
    FileUpload parser = new FileUpload();
    parser.setHeaderEncoding(StandardCharsets.UTF_8.name());
    parser.setPartHeaderSizeMax(HEADER_BYTES);
    try {
      FileItemIterator items = parser.getItemIterator(new Context(request, body));
      while (items.hasNext()) {
        part(items.next());
      }
    } catch (FileUploadIOException
        | FileUploadException
        | MalformedStreamException
        | InvalidFileNameException
        | IllegalStateException e) {
      throw cause(e);
    }
  }

  private static IOException cause(Throwable failure) {
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof RefusedBodyException refused) {
        return refused;
      }
    }
    RefusedBodyException malformed = new RefusedBodyException(400);
    malformed.initCause(failure);
    return malformed;
  }

  private void part(FileItemStream part) throws IOException {
    if (++parts > MOST_FIELDS + 1) {
      throw new RefusedBodyException(400);
    }
    try (InputStream content = part.openStream()) {
      if (part.isFormField()) {
        field(part.getFieldName(), content);
      } else {
        file(Objects.requireNonNullElse(part.getName(), ""), content);
      }
    }
  }

  private void field(String name, InputStream content) throws IOException {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    copy(content, value, FIELD_BYTES);
    fields.addParameter(name, value.toString(StandardCharsets.UTF_8));
  }

  private void file(String given, InputStream content) throws IOException {
    String name = FileName.shown(given);
    if (name.isEmpty()) {
      // No file was chosen; a browser then sends a part without a name and without content.
      copy(content, OutputStream.nullOutputStream(), 0);
      return;
    }
    if (file.isThere()) {
      throw new RefusedBodyException(400);
    }
    Path place = folder.newFile();
    file = new UploadedFile(place, name, 0);
    try (OutputStream out = Files.newOutputStream(place)) {
      file = new UploadedFile(place, name, copy(content, out, limits.fileBytes()));
    }
  }

  private static long copy(InputStream from, OutputStream to, long most) throws IOException {
    byte[] piece = new byte[16 << 10];
    long bytes = 0;
    for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
      bytes += read;
      if (bytes > most) {
        throw new RefusedBodyException(413);
      }
      to.write(piece, 0, read);
    }
    return bytes;
  }

  UploadedFile file() {
    return file;
  }

  Parameters fields() {
    return fields;
  }

  /** Deletes the file, unless somebody took it. */
  void delete() throws IOException {
    if (file.isThere()) {
      Files.deleteIfExists(file.file());
    }
  }

  private record Context(HttpServletRequest request, InputStream body) implements UploadContext {

    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public String getContentType() {
      return request.getContentType();
    }

    @Override
    public InputStream getInputStream() {
      return body;
    }

    @Override
    public long contentLength() {
      return request.getContentLengthLong();
    }
  }
}
