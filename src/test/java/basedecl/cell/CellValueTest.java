package basedecl.cell;

import static org.assertj.core.api.Assertions.assertThat;

import basedecl.finding.FindingText;
import basedecl.finding.SourceCell;
import basedecl.message.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellValueTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#NULL!",
        "#DIV/0!",
        "#VALUE!",
        "#REF!",
        "#NAME?",
        "#NUM!",
        "#N/A",
        "#GETTING_DATA",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#UNKNOWN!",
        "#CONNECT!",
        "#BUSY!"
      })
  void anErrorThatSpreadsheetsKnowIsKept(String code) {
    assertThat(sentence(code)).isEqualTo("单元格显示为错误值 " + code + "。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "", "11010519491231002X", "张三 #REF!", "#ref!", "Err:502"})
  void anyOtherTextOfAnErrorCellReachesNoMessage(String content) {
    assertThat(new CellValue.ErrorValue(content)).isEqualTo(new CellValue.ErrorValue("#VALUE!"));
    assertThat(sentence(content)).isEqualTo("单元格显示为错误值 #VALUE!。");
  }

  private static String sentence(String error) {
    RowFault fault = RowFault.unreadable(Field.WAGE, new CellValue.ErrorValue(error)).orElseThrow();
    return FindingText.sentence(fault.at("", SourceCell.WHOLE_FILE), Language.ZH);
  }
}
