package basedecl.declarationfile;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a person's name from the name of a department or a sentence, where a row holds nothing
 * else. Only such lone texts are judged by it: whoever has a number or a wage is a person.
 */
final class PersonNames {

  /** The hundred and twenty most frequent family names. */
  private static final String FAMILY_NAMES =
      "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范"
          + "方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛";

  private static final Set<String> DOUBLE_FAMILY_NAMES =
      Set.of("欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "司徒", "东方", "端木");

  private static final Pattern NO_PERSON =
      Pattern.compile(
          ".*(部|科|室|组|车间|班|队|处|厂|店|中心|公司|办|所|站|院|校|局|股|线|岗|人员|员工|职工|工|类|项目|区|层|级|表|页|行政|财务|后勤"
              + "|管理|高管|安保|保安|保洁|销售|采购|生产|仓库|司机|食堂|物业|退休|离职|在职|在岗|内退|停薪|合同|派遣|外派|临时|试用"
              + "|总务|人事|法务|质检|质量|安全|技术|研发|工程|设计|客服|运营|市场|培训|综合|党群|工会|以上|以下|属实|合计)");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,4}");

  private PersonNames() {}

  /** Two to four characters that begin with a family name, or parts joined by a middle dot. */
  static boolean looksLikeOne(String squeezed) {
    if (squeezed.indexOf('·') > 0 && squeezed.codePoints().allMatch(PersonNames::isOfName)) {
      return true;
    }
    if (!HAN.matcher(squeezed).matches() || NO_PERSON.matcher(squeezed).matches()) {
      return false;
    }
    int length = squeezed.codePointCount(0, squeezed.length());
    boolean two = length >= 3 && DOUBLE_FAMILY_NAMES.contains(squeezed.substring(0, 2));
    return two || (length <= 3 && FAMILY_NAMES.indexOf(squeezed.codePointAt(0)) >= 0);
  }

  /** Two or three characters that begin with a family name, whatever they mean. */
  static boolean mayBeOne(String squeezed) {
    return HAN.matcher(squeezed).matches()
        && squeezed.codePointCount(0, squeezed.length()) <= 3
        && FAMILY_NAMES.indexOf(squeezed.codePointAt(0)) >= 0;
  }

  private static boolean isOfName(int c) {
    return c == '·' || Character.isLetter(c);
  }
}
