package basedecl.policyfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The names by which other systems call the columns of a batch: of the national platform and of the
 * tax office's client. A name nobody knows is left out, never invented.
 *
 * <pre>
 * title: 国家医保平台与税务客户端
 * csv-header: ours
 * columns:
 *   - {column: 缴费人数, platform: clct_psncnt, tax-client: 缴费人数, secondary: true, citation: "……"}
 * </pre>
 *
 * @param csvHeader whose names head the CSV: {@code ours}, {@code platform} or {@code tax-client}
 */
public record MappingFile(String title, String csvHeader, List<Column> columns) {

  public static final String OURS = "ours";
  public static final String PLATFORM = "platform";
  public static final String TAX_CLIENT = "tax-client";

  private static final List<String> KEYS = List.of("title", "csv-header", "columns");
  private static final List<String> COLUMN =
      List.of("column", PLATFORM, TAX_CLIENT, "secondary", "citation");

  public MappingFile {
    columns = List.copyOf(columns);
  }

  /**
   * A column's names.
   *
   * @param column our title
   * @param platform empty where none is known
   * @param taxClient empty where none is known
   * @param secondary whether the names come from another source than the system's own documents
   */
  public record Column(
      String column, String platform, String taxClient, boolean secondary, String citation) {}

  /**
   * @param titles ours
   * @throws basedecl.message.RefusedException naming file, line and word of the first thing wrong
   */
  public static MappingFile read(Path path, List<String> titles) {
    Section file = YamlFile.read(PolicyFiles.read(path), KEYS);
    Map<String, Integer> lines = new HashMap<>();
    List<Column> columns = new ArrayList<>();
    for (Section entry : file.sections("columns", COLUMN)) {
      Scalar title = entry.required("column");
      String column = title.oneOf(titles, Function.identity());
      Integer first = lines.putIfAbsent(column, title.line());
      if (first != null) {
        throw title.file().refusal("policy.duplicate-key", title.line(), column, first.toString());
      }
      columns.add(
          new Column(
              column,
              name(entry, PLATFORM),
              name(entry, TAX_CLIENT),
              entry.optional("secondary").map(Scalar::flag).orElse(false),
              entry.citation().text()));
    }
    return new MappingFile(
        file.required("title").words(),
        file.optional("csv-header")
            .map(word -> word.oneOf(List.of(OURS, PLATFORM, TAX_CLIENT), Function.identity()))
            .orElse(OURS),
        columns);
  }

  private static String name(Section entry, String key) {
    return entry.optional(key).map(Scalar::words).orElse("");
  }
}
