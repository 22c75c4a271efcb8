package basedecl.answer;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.FindingText;
import basedecl.finding.Reason;
import basedecl.finding.Severity;
import basedecl.message.Language;
import basedecl.message.Message;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of findings, in one language; those that many findings share are put together once. */
final class MarkedWorkbookWords {

  private record Kind(FindingCode code, Optional<Reason> reason) {}

  private record Said(String sentence, String remedy) {}

  private final Language language;
  private final Map<Kind, Said> bare = new HashMap<>();
  private final Map<FindingCode, String> sources = new EnumMap<>(FindingCode.class);
  private final Map<Severity, String> severities = new EnumMap<>(Severity.class);

  MarkedWorkbookWords(Language language) {
    this.language = language;
  }

  String author() {
    return Message.of("marked.author").in(language);
  }

  /** The columns 代码, 级别, 问题 and 处理办法 of the list. */
  List<String> columns(Finding finding) {
    Said said = said(finding);
    return List.of(finding.code().name(), severity(finding), said.sentence(), said.remedy());
  }

  /** What stands at the cell. */
  String comment(Finding finding) {
    Said said = said(finding);
    return Message.of(
            "marked.comment",
            finding.code().name(),
            severity(finding),
            said.sentence(),
            said.remedy(),
            sources.computeIfAbsent(finding.code(), code -> FindingText.source(code, language)))
        .in(language);
  }

  private String severity(Finding finding) {
    return severities.computeIfAbsent(
        finding.code().severity(), severity -> FindingText.severity(severity, language));
  }

  private Said said(Finding finding) {
    return finding.arguments().isEmpty()
        ? bare.computeIfAbsent(new Kind(finding.code(), finding.reason()), kind -> put(finding))
        : put(finding);
  }

  private Said put(Finding finding) {
    return new Said(FindingText.sentence(finding, language), FindingText.remedy(finding, language));
  }
}
