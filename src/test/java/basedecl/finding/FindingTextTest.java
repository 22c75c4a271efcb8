package basedecl.finding;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.message.Language;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTextTest {

  private static final ResourceBundle CHINESE = bundle(Locale.ROOT);
  private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyCodeHasSentenceRemedyAndSourceInBothLanguages(FindingCode code) {
    for (ResourceBundle bundle : List.of(CHINESE, ENGLISH)) {
      for (String part : List.of("", ".remedy", ".source")) {
        assertThat(bundle.getString("finding." + code + part)).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void aFindingWithoutArgumentsReadsWhole(FindingCode code) {
    Finding finding = Finding.of(code, "", SourceCell.WHOLE_FILE);
    for (Language language : Language.values()) {
      assertThat(FindingText.sentence(finding, language)).doesNotContain("{", "}");
      assertThat(FindingText.remedy(finding, language)).doesNotContain("{", "}");
      assertThat(FindingText.source(code, language)).doesNotContain("{", "}");
    }
  }

  @Test
  void bothLanguagesHaveTheSameKeysWithTheSameArguments() {
    assertThat(ENGLISH.keySet()).isEqualTo(CHINESE.keySet());
    for (String key : CHINESE.keySet()) {
      assertThat(places(ENGLISH.getString(key))).as(key).isEqualTo(places(CHINESE.getString(key)));
    }
  }

  @Test
  void everyKeyBelongsToACodeASeverityOrAPhrase() {
    List<String> codes = Arrays.stream(FindingCode.values()).map(Enum::name).toList();
    assertThat(CHINESE.keySet())
        .allSatisfy(
            key -> {
              String second = key.split("\\.", -1)[1];
              assertThat(
                      List.of("reason", "limited", "severity").contains(second)
                          || codes.contains(second))
                  .as(key)
                  .isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasItsPhraseInBothLanguages(Reason reason) {
    for (ResourceBundle bundle : List.of(CHINESE, ENGLISH)) {
      assertThat(bundle.getString("finding.reason." + reason.word())).isNotBlank();
    }
    assertThat(Reason.ofWord(reason.word())).contains(reason);
  }

  @Test
  void everyPhraseIsThatOfAReason() {
    assertThat(
            CHINESE.keySet().stream()
                .filter(key -> key.startsWith("finding.reason."))
                .map(key -> key.split("\\.", -1)[2]))
        .allSatisfy(word -> assertThat(Reason.ofWord(word)).as(word).isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PERSON_IN_TWO_EMPLOYERS | pdf        | 该人员同时由另一个单位（pdf）申报。
          PERSON_IN_TWO_EMPLOYERS | left-out   | 该人员同时由另一个单位（left-out）申报。
          CELL_ERROR              | zip        | 单元格显示为错误值 zip。
          NAME_MISSING            | empty      | 姓名有问题：empty。
          DATE_INVALID            | not-stored | 日期不正确：not-stored。
          """)
  void anArgumentSpelledLikeAReasonIsToldAsItIs(
      FindingCode code, String argument, String sentence) {
    Finding finding = Finding.of(code, "", SourceCell.WHOLE_FILE, argument);
    assertThat(FindingText.sentence(finding, Language.ZH)).isEqualTo(sentence);
    assertThat(FindingText.sentence(finding, Language.EN)).contains(argument);
    assertThat(FindingText.remedy(finding, Language.ZH))
        .isEqualTo(FindingText.remedy(Finding.of(code, "", SourceCell.WHOLE_FILE), Language.ZH));
    assertThat(FindingBounds.count(List.of(finding))).isEqualTo(1);
  }

  @Test
  void everySeverityHasItsWord() {
    assertThat(Arrays.stream(Severity.values()).map(s -> FindingText.severity(s, Language.ZH)))
        .containsExactly("错误", "警告", "提示");
    assertThat(Arrays.stream(Severity.values()).map(s -> FindingText.severity(s, Language.EN)))
        .containsExactly("error", "warning", "notice");
  }

  @Test
  void anArgumentIsSaidAsItIs() {
    Finding finding =
        Finding.of(FindingCode.HEADER_NOT_FOUND, "", SourceCell.WHOLE_FILE, "姓名、证件号码");
    assertThat(FindingText.sentence(finding, Language.ZH)).isEqualTo("没有找到完整的表头，缺少：姓名、证件号码。");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FILE_NOT_A_SPREADSHEET  | pdf                   | 文件不是电子表格，看上去是PDF 文件。
          FILE_UNSUPPORTED_FORMAT | xlsb                  | 不支持这种文件格式：Excel 二进制工作簿（.xlsb）。
          FILE_ENCRYPTED          | encrypted-xlsx        | 文件设有打开密码或被加密，无法读取：工作簿设有打开密码。
          FILE_DAMAGED            | truncated             | 文件已损坏，无法完整读取：文件不完整，可能没有传完。
          FILE_UNSAFE             | doctype               | 文件结构异常，为安全起见没有读取：含有文档类型声明或外部实体。
          FILE_TOO_LARGE          | columns               | 文件超出可处理的范围：列数过多。
          FILE_TOO_LARGE          | columns,256           | 文件超出可处理的范围：列数过多（上限 256）。
          FILE_TOO_LARGE          | memory,列,column      | 文件超出可处理的范围：读取所需的内存过多。
          FILE_TOO_LARGE          | columns,列,column,256 | 文件超出可处理的范围：列数过多（上限 256）。
          EMPLOYER_NOT_ELIGIBLE   | no-subsidy            | 本单位无需申报退休人员退休金：名册记载本单位未参加公务员医疗补助。
          NAME_MISSING            | name-blank            | 姓名有问题：没有填写姓名。
          NAME_MISSING            | name-no-letter        | 姓名有问题：内容不是姓名（没有文字）。
          TEXT_TOO_LONG           | name-too-long,100     | 内容过长：姓名超过 100 个字。
          TEXT_TOO_LONG           | code-too-long,2,5,64  | 内容过长：从第 5 行起有 2 行的单位编号超过 64 个字符。
          EMPLOYER_MISSING        |                       | 这一行没有单位编号，无法确定属于哪个单位。
          EMPLOYER_MISSING        | code-blank,3,7        | 从第 7 行起有 3 行没有填写单位编号，无法确定属于哪个单位。
          EMPLOYER_MISSING        | code-undivided,3,7    | 从第 7 行起有 3 行的各栏内容都在单位编号一格里，这几行的分隔符与其他行不同，无法确定属于哪个单位。
          EMPLOYER_MISSING        | code-ditto,3,7        | 从第 7 行起有 3 行的单位编号写成“同上”、引号或短横线等符号，这不是编号，无法确定属于哪个单位。
          EMPLOYER_INCOMPLETE     | people-without-code,3,7 | 从第 7 行起有 3 行人员无法确定单位，本单位的申报可能不完整，整份不予受理。
          EMPLOYER_INCOMPLETE     | code-without-zeros,1,01 | 文件中还有单位编号“1”，与本单位编号“01”只差开头的0，可能是同一单位的两种写法，本单位的申报可能不完整，整份不予受理。
          WAGES_UNLIKELY          | wages-low,5,3         | 本单位填报的工资看来不对：共 5 人，其中 3 人不足 100 元，可能把万元、千元当作元填报。
          UNIT_NOT_YUAN           | 万元                    | 金额单位写的是“万元”，申报金额必须以“元”为单位。
          SAMPLE_ROW              | 示例                    | 这一行标有“示例”字样，看来是填写示例，不是申报人员。
          HIDDEN_COLUMN           | column-WAGE           | “月均工资”列处于隐藏状态，已按该列读取。
          ID_INVALID              | id-kind-needed,护照     | 证件信息不符合规定：号码像是护照的号码，但“证件类型”没有这样写明；使用该证件的，“证件类型”须填“护照”。
          FORMULA_NOT_CALCULATED  | result-out-of-date    | 单元格是公式，文件注明其保存的结果已经过期，需要重新计算。
          ID_MISSING              |                       | 没有填写证件号码。
          ID_INVALID              | id-form,17            | 证件信息不符合规定：号码共 17 位，位数或字符不对。
          ID_INVALID              | id-kind-mismatch,护照   | 证件信息不符合规定：号码与所填证件类型“护照”不一致。
          ID_INVALID              | id-not-text           | 证件信息不符合规定：证件号码单元格是日期或逻辑值。
          ID_INVALID              | document-kind-unknown | 证件信息不符合规定：证件类型无法识别，可填：居民身份证、港澳台居民居住证、港澳居民来往内地通行证、台湾居民来往大陆通行证、外国人永久居留身份证、护照。
          ID_CHECKSUM             |                       | 证件号码的最后一位校验码不正确，号码中可能有数字录错。
          ID_BIRTH_DATE           | birth-no-such-day     | 证件号码中的出生日期不正确：没有这一天。
          ID_BIRTH_DATE           | birth-future          | 证件号码中的出生日期不正确：晚于业务日期。
          ID_BIRTH_DATE           | birth-too-early       | 证件号码中的出生日期不正确：早于1800年。
          ID_PRECISION_LOST       |                       | 证件号码是按数字保存的，超过15位的部分已经丢失。
          PERSON_DUPLICATE        | row-of-file,2,        | 同一人在本单位的申报中已经出现过，见第 2 行。
          PERSON_DUPLICATE        | row-of-sheet,2,一月     | 同一人在本单位的申报中已经出现过，见工作表“一月”第 2 行。
          WAGE_MISSING            |                       | 没有填写工资（或退休金）。
          WAGE_NOT_A_NUMBER       | wage-text             | 金额无法读成数字：内容不是金额。
          WAGE_NOT_A_NUMBER       | wage-date             | 金额无法读成数字：单元格是日期。
          WAGE_NOT_A_NUMBER       | wage-separators       | 金额无法读成数字：千位分隔符或小数点的位置不对，含义不明。
          WAGE_NOT_A_NUMBER       | wage-unit             | 金额无法读成数字：使用了“万”“千”等单位。
          WAGE_NOT_A_NUMBER       | wage-scientific       | 金额无法读成数字：使用了科学计数法。
          WAGE_NOT_POSITIVE       |                       | 金额必须大于0。
          WAGE_TOO_PRECISE        |                       | 金额的小数超过两位。
          WAGE_IMPLAUSIBLE        |                       | 月均金额达到或超过1,000,000元，疑为误填。
          FORMULA_NOT_CALCULATED  |                       | 单元格是公式，但文件中没有保存计算结果。
          CELL_ERROR              | #REF!                 | 单元格显示为错误值 #REF!。
          MONTHS_INVALID          | months-blank          | 发放月数有问题：没有填写发放月数。
          MONTHS_INVALID          | months-range          | 发放月数有问题：必须是1到12的整数。
          SIGNATURE_MISSING       | 3                     | 有 3 人的签字栏为空。
          PERSON_IN_TWO_EMPLOYERS | 002                   | 该人员同时由另一个单位（002）申报。
          PERSON_STAFF_AND_RETIREE | declared-as-retiree,002 | 该人员同时由单位 002 按退休人员申报。
          PERSON_STAFF_AND_RETIREE | declared-as-staff,002 | 该人员同时由单位 002 按在职职工申报。
          PERSON_PAST_RETIREMENT_AGE | 2023-05             | 按证件号码推算，该人员已于 2023-05 达到法定退休年龄，仍按在职职工申报。
          RETIREE_BELOW_RETIREMENT_AGE | 2031-11           | 按证件号码推算，该人员到 2031-11 才达到法定退休年龄，已按退休人员申报。
          PAYMENT_AHEAD           | 2024-02-01,2024-01-26 | 缴费日期 2024-02-01 晚于业务日期 2024-01-26，这笔缴费到那一天再记入。
          WAGE_BELOW_MINIMUM_WAGE | 2010.00               | 金额低于当地最低工资标准（每月 2010.00 元）。
          HIDDEN_ROWS             | 4                     | 有 4 行人员数据处于隐藏状态，已一并读取。
          """)
  void aFindingReadsAsItsReasonAndArgumentsSay(FindingCode code, String told, String sentence) {
    List<String> words = told == null ? List.of() : List.of(told.split(",", -1));
    Optional<Reason> reason = words.stream().findFirst().flatMap(Reason::ofWord);
    List<String> arguments = words.subList(reason.isPresent() ? 1 : 0, words.size());
    Finding finding = new Finding(code, "001", SourceCell.WHOLE_FILE, reason, arguments);
    assertThat(FindingText.sentence(finding, Language.ZH)).isEqualTo(sentence);
    assertThat(FindingText.sentence(finding, Language.EN)).doesNotContain("{", "}");
  }

  @Test
  void theRemedyForLostDigitsSaysThatTheyMustBeTypedAgain() {
    Finding finding = Finding.of(FindingCode.ID_PRECISION_LOST, "", SourceCell.WHOLE_FILE);
    assertThat(FindingText.remedy(finding, Language.ZH))
        .isEqualTo("请先把该列设为“文本”格式，再对照证件原件重新录入完整号码；只改格式不能找回丢失的数字。");
    assertThat(FindingText.remedy(finding, Language.EN))
        .isEqualTo(
            "Set the column to text format first, then type the whole number again from the"
                + " document; changing the format alone does not bring the digits back.");
  }

  private static Set<String> places(String pattern) {
    assertThat(new MessageFormat(pattern, Locale.ROOT).toPattern()).isNotEmpty();
    Set<String> found = new TreeSet<>();
    Stream.of(pattern)
        .flatMap(p -> Pattern.compile("\\{\\d}").matcher(p).results())
        .forEach(match -> found.add(match.group()));
    return found;
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "messages-finding",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
