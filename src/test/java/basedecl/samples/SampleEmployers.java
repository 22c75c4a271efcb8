package basedecl.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The made-up employers of the roster, handed out one after another. The agencies are the seventeen
 * of the Weifang notice of 2023-12-25. Codes begin with a zero, which a program that takes them for
 * numbers would lose; the credit codes carry a valid check character and an area that does not
 * exist.
 */
final class SampleEmployers {

  static final Map<String, String> AGENCIES = agencies();

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String[] BRANDS = {
    "鸢飞禾", "白浪澄", "云门岫", "虞河湾", "浮烟岭", "弥水源", "沂山柏", "青云栗", "仙月塘", "渤莱盐", "昌邑柳", "汶源松", "潍上梨",
    "程符橡", "峡畔枫", "滨禾蓝"
  };
  private static final String[] TRADES = {
    "食品有限公司", "机械制造有限公司", "纺织有限公司", "物流有限公司", "建筑工程有限公司", "信息技术有限公司", "化工股份有限公司", "口腔门诊部"
  };
  private static final String[] PUBLIC = {"第九示范小学", "水文观测站", "示范图书馆"};

  private final Random random;
  private final List<SampleEmployer> all = new ArrayList<>();

  SampleEmployers(long seed) {
    random = new Random(seed);
  }

  List<SampleEmployer> all() {
    return List.copyOf(all);
  }

  /** The next employer of the roster. */
  SampleEmployer next() {
    int number = all.size() + 1;
    boolean subsidy = number % 9 == 4;
    String name =
        subsidy
            ? "潍坊市" + BRANDS[number % BRANDS.length] + PUBLIC[number % PUBLIC.length]
            : "潍坊" + BRANDS[number % BRANDS.length] + TRADES[number * 5 / 3 % TRADES.length];
    List<String> agencies = List.copyOf(AGENCIES.keySet());
    SampleEmployer employer =
        new SampleEmployer(
            "%010d".formatted(370_700_000 + number),
            name,
            number % 11 == 7 ? "" : creditCode(),
            agencies.get((number - 1) % agencies.size()),
            subsidy ? "是" : "否",
            subsidy && number % 2 == 0 ? "否" : "是",
            number % 13 == 6 ? "" : amount(1_200_000, 9_000_000),
            number % 10 == 8 ? "" : monthlyBases());
    all.add(employer);
    return employer;
  }

  private String amount(int least, int most) {
    return BigDecimal.valueOf(least + random.nextInt(most - least), 2).toPlainString();
  }

  /** Last year's bases together in a month, of some ten to forty people. */
  private String monthlyBases() {
    return new BigDecimal(amount(100_000_000, 400_000_000))
        .divide(BigDecimal.valueOf(20), 2, RoundingMode.DOWN)
        .toPlainString();
  }

  private String creditCode() {
    StringBuilder code = new StringBuilder("91370799MA");
    for (int i = 0; i < 7; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return code.append(ALPHABET.charAt((31 - sum % 31) % 31)).toString();
  }

  private static Map<String, String> agencies() {
    Map<String, String> telephones = new LinkedHashMap<>();
    telephones.put("市直", "8102708");
    telephones.put("奎文区", "2512333");
    telephones.put("潍城区", "7355188、8188162、7355177");
    telephones.put("坊子区", "7606357");
    telephones.put("寒亭区", "7909603");
    telephones.put("青州市", "3221832");
    telephones.put("诸城市", "6173219");
    telephones.put("寿光市", "5260608、5262070");
    telephones.put("安丘市", "2512890");
    telephones.put("高密市", "2517321");
    telephones.put("昌邑市", "7211656");
    telephones.put("临朐县", "3319765");
    telephones.put("昌乐县", "6258256");
    telephones.put("高新区", "8191311 转 8378、8379");
    telephones.put("滨海区", "5330773");
    telephones.put("峡山区", "7737932");
    telephones.put("保税区", "8890801");
    return telephones;
  }
}
