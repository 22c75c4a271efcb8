package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People declared twice, and at an age that does not go with the declaration. */
@Tag("run")
@NullUnmarked
class SpecialPersonsTest {

  private static final String STAFF = "单位编号,姓名,证件号码,月均工资,职工签字";
  private static final String PENSIONS = "单位编号,姓名,证件号码,月退休金";

  /** A man of 34, one of 84, a woman of 35. */
  private static final String YOUNG = "370702199001010012";

  private static final String OLD = "110105193912310033";
  private static final String WOMAN = "370702198801010024";

  private final Workplace place;

  SpecialPersonsTest(@TempDir Path folder) {
    place = new Workplace(folder);
  }

  @Test
  void bothEmployersAreToldInTheNightThatBothDeclareIn() throws IOException {
    Files.createDirectories(place.inbox());
    write(
        "a.csv",
        STAFF,
        "0370700001,张三三," + YOUNG + ",10000,张",
        "0370700002,张三三," + YOUNG + ",5000,张");
    assertThat(place.night("business-date=2024-01-20", "settle-seconds=1").status()).isZero();

    assertThat(place.receipts())
        .extracting(line -> line.get("employer") + " " + line.get("codes"))
        .containsExactly(
            "0370700001 PERSON_IN_TWO_EMPLOYERS", "0370700002 PERSON_IN_TWO_EMPLOYERS");
    assertThat(special("summary-2024.xlsx"))
        .extracting(row -> row.get("单位编号") + " " + row.get("另一单位编号") + " " + row.get("证件号码"))
        .containsExactly("0370700001 0370700002 " + YOUNG, "0370700002 0370700001 " + YOUNG);
    for (String employer : List.of("0370700001", "0370700002")) {
      assertThat(
              Tables.sheet(
                  place.output().resolve("receipts/people-twice/" + employer + ".xlsx"),
                  "问题清单",
                  "序号"))
          .singleElement()
          .satisfies(row -> assertThat(row).containsEntry("代码", "PERSON_IN_TWO_EMPLOYERS"));
    }
  }

  @Test
  void theEmployerOfAnEarlierNightIsToldInAnAnswerOfItsOwn() throws IOException {
    place.declare("declaration", "2024-01-20", STAFF, "0370700001,张三三," + YOUNG + ",10000,张");
    assertThat(special("summary-2024.xlsx")).isEmpty();
    place.declare("declaration", "2024-01-21", STAFF, "0370700002,张三三," + YOUNG + ",5000,张");

    assertThat(place.receipts())
        .extracting(line -> line.get("employer") + " " + line.get("codes"))
        .containsExactly("0370700002 PERSON_IN_TWO_EMPLOYERS");
    Path told = place.output().resolve("receipts/people-twice/0370700001.xlsx");
    assertThat(Tables.sheet(told, "问题清单", "序号"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("代码", "PERSON_IN_TWO_EMPLOYERS")
                    .containsEntry("问题", "该人员同时由另一个单位（0370700002）申报。")
                    .containsEntry("行", "2"));
    assertThat(Files.readString(place.output().resolve("manifest.json")))
        .contains("receipts/people-twice/0370700001.xlsx");

    place.declare("declaration", "2024-01-22", STAFF, "0370700003,李四四," + WOMAN + ",5000,李");
    assertThat(told).doesNotExist();
    assertThat(special("summary-2024.xlsx")).hasSize(2);
  }

  @Test
  void staffAndRetireeInDifferentRunsAreToldOnBothSides() throws IOException {
    place.declare("declaration", "2024-01-20", STAFF, "0370700001,张三三," + YOUNG + ",10000,张");
    place.declare("retirees", "2024-01-21", PENSIONS, "0370700004,张三三," + YOUNG + ",4000");

    assertThat(place.receipts())
        .extracting(line -> line.get("employer") + " " + line.get("codes"))
        .containsExactly("0370700004 PERSON_STAFF_AND_RETIREE RETIREE_BELOW_RETIREMENT_AGE");
    assertThat(
            Tables.sheet(
                place.output().resolve("receipts/people-twice/0370700001.xlsx"), "问题清单", "序号"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("问题", "该人员同时由单位 0370700004 按退休人员申报。"));
    assertThat(special("retirees-summary-2024.xlsx"))
        .extracting(row -> row.get("情形") + " " + row.get("申报类别") + " " + row.get("单位编号"))
        .containsExactly("在职又退休 在职 0370700001", "在职又退休 退休 0370700004", "退休未到退休年龄 退休 0370700004");

    place.declare("declaration", "2024-01-22", STAFF, "0370700001,张三三," + YOUNG + ",10001,张");
    assertThat(place.receipts().get(0).get("codes")).isEqualTo("PERSON_STAFF_AND_RETIREE");
    assertThat(special("summary-2024.xlsx")).hasSize(3);
  }

  @Test
  void aVersionOnItsWayIsLookedAtInPlaceOfTheOneInForce() throws IOException {
    place.declare("declaration", "2024-01-20", STAFF, "0370700001,张三三," + YOUNG + ",10000,张");
    place.declare("retirees", "2024-01-21", PENSIONS, "0370700004,王老," + OLD + ",4000");
    approve("0370700004");

    place.declare("retirees", "2024-02-01", PENSIONS, "0370700004,张三三," + YOUNG + ",4000");
    assertThat(place.receipts())
        .extracting(line -> line.get("codes"))
        .containsExactly("APPROVED_IN_FORCE PERSON_STAFF_AND_RETIREE RETIREE_BELOW_RETIREMENT_AGE");
    assertThat(special("retirees-summary-2024.xlsx")).hasSize(3);

    place.declare("retirees", "2024-02-02", PENSIONS, "0370700004,王老," + OLD + ",4100");
    assertThat(special("retirees-summary-2024.xlsx")).isEmpty();
  }

  private void approve(String employer) throws IOException {
    assertThat(
            place
                .run(
                    "review",
                    "population=retirees",
                    "materials=" + ReviewWalkTest.materials(place, employer),
                    "decisions=" + place.file("d.csv", "单位编号,决定,意见", employer + ",通过,"),
                    "confirmations=",
                    "business-date=2024-01-30")
                .status())
        .isZero();
  }

  @Test
  void staffPastTheRetirementAgeIsANoticeAndNobodyElseIs() throws IOException {
    place.declare(
        "declaration",
        "2024-01-20",
        STAFF,
        "0370700001,张三三," + YOUNG + ",10000,张",
        "0370700001,王老," + OLD + ",10000,王");

    assertThat(place.receipts())
        .extracting(line -> line.get("verdict") + " " + line.get("codes"))
        .containsExactly("ACCEPTED PERSON_PAST_RETIREMENT_AGE");
    assertThat(special("summary-2024.xlsx"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("姓名", "王老")
                    .containsEntry("说明", "按证件号码推算，该人员已于 1999-12 达到法定退休年龄，仍按在职职工申报。"));
  }

  private List<Map<String, String>> special(String workbook) throws IOException {
    return place.sheet(workbook, "重复及特殊人员", "情形");
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(place.inbox().resolve(name), List.of(lines));
  }
}
