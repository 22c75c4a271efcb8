package basedecl.cli.check;

import basedecl.finding.Finding;
import basedecl.finding.FindingText;
import basedecl.job.check.CheckedFile;
import basedecl.message.Language;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code check --json}: one object a line for each finding (contract 6). */
final class CheckJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private CheckJson() {}

  static List<String> lines(CheckedFile checked, Language language) {
    if (checked.findings().isEmpty()) {
      String employer = checked.parts().size() == 1 ? checked.parts().get(0).employerCode() : "";
      return List.of(head(checked, employer).toString());
    }
    return checked.findings().stream()
        .map(finding -> line(checked, finding, language).toString())
        .toList();
  }

  private static ObjectNode head(CheckedFile checked, String employer) {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("file", checked.path().toString());
    line.put("verdict", checked.verdict(employer).name());
    line.put("employer", employer);
    return line;
  }

  private static ObjectNode line(CheckedFile checked, Finding finding, Language language) {
    ObjectNode line = head(checked, finding.employer());
    line.put("code", finding.code().name());
    line.put("severity", finding.code().severity().name().toLowerCase(java.util.Locale.ROOT));
    line.put("sheet", finding.place().sheet());
    if (finding.place().row() > 0) {
      line.put("row", finding.place().row());
    } else {
      line.putNull("row");
    }
    line.put("column", finding.place().columnLetter());
    line.put("message", FindingText.sentence(finding, language));
    line.put("remedy", FindingText.remedy(finding, language));
    return line;
  }
}
