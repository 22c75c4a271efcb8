package basedecl.declarationfile;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.cell.Field;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.FindingText;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.person.DocumentKind;
import basedecl.spreadsheet.gate.FileGate;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.table.HeaderSpec;
import basedecl.testing.Guide;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The user guide's tables of what is read and refused are those of the code: the columns and their
 * words, the kinds of documents and of files, every code with its sentence and remedy. {@code make
 * guide} writes them anew.
 */
class GuideTablesTest {

  /** What the table of columns says of each. */
  private static final Map<Field, String> COLUMNS = columns();

  /** What the number of each kind of document is like. */
  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "RESIDENT_ID", "18位，末位可为X；15位旧号码也可",
          "RESIDENCE_PERMIT", "18位，以810000、820000或830000开头",
          "HK_MACAO_PERMIT", "H或M加8位或10位数字",
          "TAIWAN_PERMIT", "8位或10位数字",
          "PERMANENT_RESIDENCE", "9开头的18位，或3个字母加12位数字",
          "PASSPORT", "5至17位字母和数字，至少有一个字母");

  /** What each kind of file that is read is called. */
  private static final Map<String, String> CARRIERS =
      Map.of(
          "ZIP", "`.xlsx`、`.xlsm` Excel 2007 及以后、WPS 的工作簿",
          "OLE2", "`.xls` Excel 97–2003 的工作簿；不用密码就能打开的加密工作簿也读",
          "XML_2003", "`.xls`、`.xml` 财务软件导出的 Excel 2003 XML 表格",
          "HTML", "`.xls` 网页表格，老系统导出的“Excel”文件常是这种",
          "TEXT", "`.csv` 逗号、分号或制表符分隔；UTF-8 或 GB18030");

  static Map<String, String> tables() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("列名", columnTable());
    tables.put("证件类型", documentTable());
    tables.put("读取的文件", readTable());
    tables.put("不能受理的文件", refusedTable());
    tables.put("工资总额组成", wageTable());
    tables.put("申报代码", codeTable(code -> code.scope() != FindingCode.Scope.SUBMITTED));
    tables.put("其他业务代码", codeTable(code -> code.scope() == FindingCode.Scope.SUBMITTED));
    return tables;
  }

  static Stream<String> names() {
    return tables().keySet().stream();
  }

  @BeforeAll
  static void writeTheTablesWhereAsked() throws IOException {
    Guide.writeWhereAsked(tables());
  }

  @ParameterizedTest
  @MethodSource("names")
  void theTableIsThatOfTheCode(String name) throws IOException {
    Guide.compare(name, tables());
  }

  private static Map<Field, String> columns() {
    Map<Field, String> notes = new LinkedHashMap<>();
    notes.put(Field.EMPLOYER_CODE, "必填；也可以在表格上方或下方写一行“单位编号：0370700001”，或由所在文件夹的名称给出");
    notes.put(Field.CREDIT_CODE, "可代替单位编号，按名册对应到单位");
    notes.put(Field.EMPLOYER_NAME, "可不填");
    notes.put(Field.NAME, "必填");
    notes.put(Field.DOCUMENT_KIND, "可不填，不填即居民身份证");
    notes.put(Field.ID_NUMBER, "必填");
    notes.put(Field.WAGE, "必填；或者改填下面两列，或者改填十二个月的工资");
    notes.put(Field.YEAR_TOTAL, "与发放月数一起代替月均工资");
    notes.put(Field.MONTHS_PAID, "与年工资总额一起代替月均工资");
    notes.put(Field.MONTH_1, "“1月”至“12月”十二列代替月均工资，按填了的月份平均");
    notes.put(Field.SERVED_FROM, "可不填；年内入职的，填第一个缴费的月份");
    notes.put(Field.SERVED_UNTIL, "可不填；年内离职的，填第一个不再缴费的月份");
    notes.put(Field.PENSION, "退休人员申报必填");
    notes.put(Field.SERIAL, "可不填");
    notes.put(Field.SIGNATURE, "可不填");
    notes.put(Field.REMARKS, "可不填，其中的文字不影响读取");
    return notes;
  }

  private static String columnTable() {
    List<Field> named =
        Arrays.stream(Field.values())
            .filter(field -> !Field.MONTHS.contains(field) || field == Field.MONTH_1)
            .toList();
    assertThat(COLUMNS.keySet()).as("columns that the guide tells of").containsAll(named);
    return Guide.table(
        List.of("列", "也可以写成", "要求"),
        COLUMNS.entrySet().stream()
            .map(
                column ->
                    List.of(
                        header(column.getKey()).title(column.getKey()),
                        otherWords(column.getKey()),
                        column.getValue())));
  }

  private static HeaderSpec<Field> header(Field field) {
    return field == Field.PENSION ? DeclarationHeader.RETIREES : DeclarationHeader.EMPLOYEES;
  }

  private static String otherWords(Field field) {
    HeaderSpec<Field> header = header(field);
    return header.words(field).stream()
        .filter(word -> !word.equals(header.title(field)))
        .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
        .collect(Collectors.joining("、"));
  }

  private static String documentTable() {
    return Guide.table(
        List.of("证件类型", "证件号码"),
        Arrays.stream(DocumentKind.values())
            .map(kind -> List.of(kind.title(), told(DOCUMENTS, kind))));
  }

  private static String readTable() {
    return Guide.table(
        List.of("文件", "说明"),
        Arrays.stream(FileGate.Carrier.values())
            .map(carrier -> Arrays.asList(told(CARRIERS, carrier).split(" ", 2))));
  }

  private static String wageTable() {
    List<List<String>> rows = new ArrayList<>();
    Map.of("counts", "计入", "left-out", "不列入").entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            part -> {
              for (int i = 1; Message.isKnown("wages." + part.getKey() + "." + i); i++) {
                rows.add(
                    List.of(
                        part.getValue(),
                        wages(part.getKey() + "." + i),
                        wages("source." + part.getKey())));
              }
            });
    rows.add(List.of("没有列明", wages("rest"), wages("source.rest")));
    rows.add(List.of("另两份文件", wages("local"), wages("source.local")));
    return Guide.table(List.of("是否计入", "项目", "依据"), rows.stream());
  }

  private static String wages(String key) {
    return Message.of("wages." + key).in(Language.ZH);
  }

  private static String told(Map<String, String> words, Enum<?> each) {
    String told = words.get(each.name());
    assertThat(told).as("what the guide says of %s", each).isNotNull();
    return String.valueOf(told);
  }

  private static String refusedTable() {
    return Guide.table(
        List.of("代码", "文件"),
        Arrays.stream(FindingCode.values())
            .filter(code -> Arrays.stream(FileReason.values()).anyMatch(c -> c.code() == code))
            .map(code -> List.of("`" + code + "`", cases(code))));
  }

  private static String cases(FindingCode code) {
    return Arrays.stream(FileReason.values())
        .filter(each -> each.code() == code)
        .map(each -> phrase(code, each.reason()))
        .distinct()
        .collect(Collectors.joining("；"));
  }

  /** What a sentence says of a case: its words without the sentence around them. */
  private static String phrase(FindingCode code, Reason reason) {
    String marked = sentence(Finding.of(code, "", SourceCell.WHOLE_FILE, "\u0001"));
    String said = sentence(Finding.of(code, "", SourceCell.WHOLE_FILE, reason));
    int at = marked.indexOf('\u0001');
    return at < 0 ? said : said.substring(at, said.length() - (marked.length() - at - 1));
  }

  private static String sentence(Finding finding) {
    return FindingText.sentence(finding, Language.ZH);
  }

  private interface Chosen {
    boolean test(FindingCode code);
  }

  private static String codeTable(Chosen chosen) {
    return Guide.table(
        List.of("代码", "级别", "问题", "处理办法"),
        Arrays.stream(FindingCode.values())
            .filter(chosen::test)
            .map(
                code ->
                    List.of(
                        "`" + code + "`",
                        FindingText.severity(code.severity(), Language.ZH),
                        plain(sentence(Finding.of(code, "", SourceCell.WHOLE_FILE))),
                        plain(
                            FindingText.remedy(
                                Finding.of(code, "", SourceCell.WHOLE_FILE), Language.ZH)))));
  }

  /** Without the places that a finding's own words would take. */
  private static String plain(String text) {
    return text.replaceAll("\\{\\d+}", "……");
  }
}
