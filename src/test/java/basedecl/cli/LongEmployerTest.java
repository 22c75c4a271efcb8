package basedecl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An employer of more people than the detail holds at once stands between two small ones: each line
 * has its place and its number.
 */
@Tag("run")
class LongEmployerTest {

  private static final String HEADER = "单位编号,单位名称,姓名,证件类型,证件号码,月均工资";
  private static final int[] PEOPLE = {120, 50_100, 30};
  private static final Pattern ROW =
      Pattern.compile("<row r=\"(\\d+)\".*?<c r=\"A\\d+\"[^>]*><v>(\\d+)</v>.*?<t>(U\\d\\d)</t>");

  @TempDir private Path folder = Path.of("");

  @Test
  void eachLineHasItsPlaceAndItsNumber() throws IOException {
    Workplace place = new Workplace(folder);
    Path inbox = place.anotherInbox();
    for (int employer = 0; employer < PEOPLE.length; employer++) {
      List<String> lines = new ArrayList<>(List.of(HEADER));
      for (int i = 0; i < PEOPLE[employer]; i++) {
        lines.add(
            "U%02d,单位%d,员工%d,护照,E%02d%06d,%d.50"
                .formatted(employer, employer, i, employer, i, 4_000 + i % 20_000));
      }
      Files.write(inbox.resolve("U%02d.csv".formatted(employer)), lines);
    }

    Path roster =
        place.file(
            "roster.csv",
            "单位编号,单位名称,经办机构,上月缴费额",
            "U00,单位0,市直,1000",
            "U01,单位1,市直,1000",
            "U02,单位2,市直,1000");

    Workplace.Ended ended =
        place.run(
            "declaration",
            "inbox=" + inbox,
            "roster=" + roster,
            "work=" + folder.resolve("work"),
            "business-date=2024-01-26",
            "settle-seconds=1");

    assertThat(ended.status()).as(ended.said()).isZero();
    int[] found = new int[PEOPLE.length];
    int serial = 0;
    int above = 0;
    for (String line : sheet(place.output().resolve("detail-2024.xlsx")).split("</row>", -1)) {
      Matcher rows = ROW.matcher(line.substring(Math.max(0, line.lastIndexOf("<row "))));
      if (!rows.find()) {
        continue; // a title, the header or the sheet's end
      }
      int row = Integer.parseInt(rows.group(1));
      assertThat(above == 0 || row == above + 1).as("row %d follows on %d", row, above).isTrue();
      above = row;
      serial++;
      assertThat(Integer.parseInt(rows.group(2))).isEqualTo(serial);
      found[Integer.parseInt(rows.group(3).substring(1))]++;
    }
    assertThat(found).isEqualTo(PEOPLE);
  }

  private static String sheet(Path workbook) throws IOException {
    try (ZipFile zip = new ZipFile(workbook.toFile());
        InputStream xml = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
      return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
