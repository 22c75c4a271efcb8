package basedecl.report.audit;

import static basedecl.report.ReportTexts.say;

import basedecl.ledger.year.DeclarationRecord;
import basedecl.report.YearHeading;
import basedecl.workbook.TableChart;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** 分布: the figures behind the year's three charts, and the charts beside them. */
final class DistributionSheet {

  private static final TableColumn[] COLUMNS = {
    TableColumn.text("统计项目", 30),
    TableColumn.text("分组", 18),
    TableColumn.count("数量", 10),
    TableColumn.count("需自查自纠单位", 11),
    TableColumn.percent("占比", 10)
  };

  private static final int NAMES = 1;
  private static final int COUNTS = 2;
  private static final int SHARES = 4;
  private static final int TENTHS = 10;

  /** Low rows, so that seventeen agencies and the two spreads stand on one page with the charts. */
  private static final int ROW_HEIGHT = 15;

  /** A line of the table; {@code flagged} is negative where it has no meaning. */
  private record Line(String item, String group, long count, long flagged, BigDecimal share) {}

  private DistributionSheet() {}

  static void write(TableWorkbook workbook, YearHeading heading, AuditPicture picture)
      throws IOException {
    List<DeclarationRecord> declarations =
        picture.lines().stream().map(AuditLine::declaration).toList();
    List<Line> lines = new ArrayList<>();
    List<TableChart> charts = new ArrayList<>();
    draw(charts, lines, byAgency(declarations), "audit.chart.agency", true);
    draw(charts, lines, bases(picture), "audit.chart.bases", false);
    draw(charts, lines, shares(declarations), "audit.chart.shares", false);
    TableRows rows =
        workbook.sheet(
            TableSheet.of("分布", heading.title("audit.spread.title"), COLUMNS)
                .withNotes(List.of(heading.policyNote()))
                .withWarnings(heading.notices())
                .withRowHeight(ROW_HEIGHT)
                .withCharts(charts),
            lines.size());
    for (Line line : lines) {
      rows.row().text(line.item()).text(line.group()).number(line.count());
      if (line.flagged() < 0) {
        rows.blank();
      } else {
        rows.number(line.flagged());
      }
      rows.fraction(line.share());
    }
  }

  private static void draw(
      List<TableChart> charts, List<Line> lines, List<Line> part, String title, boolean percent) {
    if (part.isEmpty()) {
      return;
    }
    charts.add(
        new TableChart(
            say(title),
            NAMES,
            percent ? SHARES : COUNTS,
            lines.size(),
            part.stream().map(Line::group).toList(),
            part.stream()
                .map(line -> percent ? line.share().toPlainString() : Long.toString(line.count()))
                .toList(),
            percent));
    lines.addAll(part);
  }

  private static List<Line> byAgency(List<DeclarationRecord> declarations) {
    TreeMap<String, long[]> agencies = new TreeMap<>();
    for (DeclarationRecord d : declarations) {
      String agency = d.agency().isEmpty() ? say("audit.no-agency") : d.agency();
      long[] counts = agencies.computeIfAbsent(agency, key -> new long[2]);
      counts[0]++;
      counts[1] += d.flagged() ? 1 : 0;
    }
    List<Line> lines = new ArrayList<>();
    agencies.forEach(
        (agency, counts) ->
            lines.add(
                new Line(
                    say("audit.chart.agency"),
                    agency,
                    counts[0],
                    counts[1],
                    share(counts[1], counts[0]))));
    return lines;
  }

  private static List<Line> bases(AuditPicture picture) {
    List<BaseDistribution.Part> parts = picture.bases().parts();
    long all = parts.stream().mapToLong(BaseDistribution.Part::people).sum();
    return parts.stream()
        .map(
            part ->
                new Line(
                    say("audit.chart.bases"),
                    part.name(),
                    part.people(),
                    -1,
                    share(part.people(), all)))
        .toList();
  }

  /** Employers by the share of their people at the lower limit, in tenths, the upper end in it. */
  private static List<Line> shares(List<DeclarationRecord> declarations) {
    long[] counts = new long[TENTHS + 1];
    long[] flagged = new long[TENTHS + 1];
    for (DeclarationRecord d : declarations) {
      int tenth =
          d.persons() == 0
              ? 0
              : Math.toIntExact((TENTHS * d.atLower() + d.persons() - 1) / d.persons());
      counts[tenth]++;
      flagged[tenth] += d.flagged() ? 1 : 0;
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i <= TENTHS; i++) {
      String group = i == 0 ? "0%" : (i - 1) * TENTHS + "%–" + i * TENTHS + "%";
      lines.add(
          new Line(
              say("audit.chart.shares"),
              group,
              counts[i],
              flagged[i],
              share(counts[i], declarations.size())));
    }
    return lines;
  }

  private static BigDecimal share(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
  }
}
