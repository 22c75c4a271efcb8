package basedecl.spreadsheet.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatCodeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          0.00"万元"                            | 万元
          0!.0,"万"                             | 万
          0!.0000                               | 万
          0\\.0,                                | 万
          0"."00                                | 百
          #,##0.0千元                           | 千元
          #,##0.00"百万"                        | 百万
          0.00,,                                | 百万
          0.0,                                  | 千
          #,##0,                                | 千
          #,##0,.00                             | 千
          0.00\\k                               | k
          0.0,"K"                               | K
          0.0" w"                               | w
          #,##0.00,,"M"                         | M
          0.00,,"百万元"                        | 百万元
          0!.00,,"亿"                           | 亿
          [>=10000]0!.0,"万";0                  | 万
          [Red][>=10000]0!.0,"万";0             | 万
          [<10000]0;0!.0,"万"                   | 万
          0"元"00"角"                           | 角
          [$US$-409]#,##0.00                    | US$
          [$USD] 0.00                           | USD
          [$$-409]#,##0.00                      | US$
          0%                                    | %
          #,##0.00%                             | %
          0.0"%"                                | %
          0.00"‰"                               | ‰
          0.00"元/年"                           | 元/年
          0"元/天"                              | 元/天
          0"每年"                               | 每年
          """)
  void aFormatThatShowsAnotherUnitThanYuanNamesIt(String code, String unit) {
    assertThat(NumberFormatCode.unitOf(code)).isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          General
          G/通用格式
          @
          0.00
          #,##0
          #,##0.00_);[Red](#,##0.00)
          #,##0.00"元"
          "￥"#,##0.00
          [$￥-804]#,##0.00
          [$¥-804] #,##0.00;[$¥-804] -#,##0.00
          $#,##0.00
          _ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_
          0.00E+00
          # ?/?
          0.00"元/月"
          00000000
          [DBNum2][$-804]G/通用格式
          #,##0.00;"亏"0.0,"万"
          "人民币"0.00
          "分公司"000
          "No."000
          ###0","000
          """)
  void aFormatForYuanHasNoUnit(String code) {
    assertThat(NumberFormatCode.unitOf(code)).isEmpty();
  }
}
