package basedecl.spreadsheet.xlsx;

import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.spreadsheet.xml.XmlPart;
import basedecl.spreadsheet.zip.ZipContainer;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** The parts of an OOXML package, found by following relationships, never by guessed names. */
public final class XlsxParts {

  /** A relationship: the last word of its type and the part it leads to. */
  record Relationship(String kind, String target, boolean external) {}

  private final ZipContainer zip;
  private final InputFactoryImpl factory = XmlPart.factory();
  private final Set<ZipContainer.Entry> read = new HashSet<>();

  public XlsxParts(ZipContainer zip) {
    this.zip = zip;
  }

  public XmlPart open(ZipContainer.Entry entry)
      throws IOException, XMLStreamException, RefusedFileException {
    read.add(entry);
    return new XmlPart(factory, zip.unpack(entry));
  }

  XmlPart openAgain(ZipContainer.Entry entry)
      throws IOException, XMLStreamException, RefusedFileException {
    return new XmlPart(factory, zip.unpackAgain(entry));
  }

  Optional<ZipContainer.Entry> find(String name) {
    Optional<ZipContainer.Entry> found = zip.find(name);
    if (found.isEmpty() && name.indexOf('%') >= 0) {
      try {
        return zip.find(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException notEncoded) {
        return Optional.empty();
      }
    }
    return found;
  }

  /** The relationships of a part by id, in the order of the file; of the package for "". */
  Map<String, Relationship> relationships(String part)
      throws IOException, XMLStreamException, RefusedFileException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    Map<String, Relationship> found = new HashMap<>();
    Optional<ZipContainer.Entry> entry = find(folder + "_rels/" + part.substring(slash) + ".rels");
    if (entry.isEmpty()) {
      return found;
    }
    try (XmlPart xml = open(entry.get())) {
      while (xml.nextStart()) {
        if (xml.is("Relationship")) {
          String type = xml.attribute("Type", "");
          boolean external = xml.attribute("TargetMode", "").equalsIgnoreCase("External");
          String target = xml.attribute("Target", "");
          found.put(
              xml.attribute("Id", ""),
              new Relationship(
                  type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT),
                  external ? target : resolve(folder, target),
                  external));
        }
      }
      xml.finish();
    }
    return found;
  }

  private static String resolve(String folder, String target) {
    String path = target.replace('\\', '/');
    Deque<String> steps = new ArrayDeque<>();
    for (String step : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }

  /** The main part of the package, if its relationships lead to one. */
  public Optional<ZipContainer.Entry> mainPart()
      throws IOException, XMLStreamException, RefusedFileException {
    for (Relationship relationship : relationships("").values()) {
      if (relationship.kind().equals("officedocument") && !relationship.external()) {
        return find(relationship.target());
      }
    }
    return Optional.empty();
  }

  /**
   * Document types stand at the start of a part. The parts that are read are watched as they are
   * read; this looks at the others, once everything but the sheets has been read.
   */
  public void refuseDocumentTypes() throws IOException, RefusedFileException {
    List<ZipContainer.Entry> unread = new ArrayList<>();
    for (ZipContainer.Entry entry : zip.entries()) {
      String name = entry.name().toLowerCase(Locale.ROOT);
      boolean watched = read.contains(entry) || name.contains("/worksheets/sheet");
      if (!watched && (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml"))) {
        unread.add(entry);
      }
    }
    for (ZipContainer.Entry entry : unread) {
      String head = new String(zip.head(entry, 1024), StandardCharsets.ISO_8859_1);
      String plain = head.replace("\0", "");
      if (!entry.name().endsWith(".vml")
          && (plain.contains("<!DOCTYPE") || plain.contains("<!ENTITY"))) {
        throw FileReason.DOCTYPE.refusal();
      }
    }
  }
}
