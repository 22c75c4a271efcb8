package basedecl.report.account;

import static basedecl.report.ReportTexts.say;

import basedecl.account.Event;
import basedecl.file.ReplacedFile.Written;
import basedecl.message.Language;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** 操作记录表: a line an event, the newest first. Persons stand in it by masked numbers only. */
public final class EventSheet {

  /** What one workbook holds; a sheet has 48,576 rows more. */
  public static final int MOST = 1_000_000;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private static final TableSheet SHEET =
      TableSheet.of(
          "操作记录",
          say("events.title"),
          TableColumn.text("时间", 20),
          TableColumn.text("用户名", 20),
          TableColumn.text("操作", 20),
          TableColumn.word("对象类别", 10),
          TableColumn.text("对象", 26),
          TableColumn.word("结果", 8),
          TableColumn.text("来源地址", 20));

  private EventSheet() {}

  /** Hands over events, to be written as they come. */
  @FunctionalInterface
  public interface Events {
    void to(Line line) throws IOException;
  }

  /** Takes an event. */
  @FunctionalInterface
  public interface Line {
    void write(Event event) throws IOException;
  }

  /**
   * Writes the workbook whole or not at all.
   *
   * @param zone whose time the lines bear
   */
  public static Written write(Path target, LocalDate date, ZoneId zone, Events events)
      throws IOException {
    TableSheet sheet = SHEET.withNotes(List.of(say("events.note", zone.getId())));
    try (TableWorkbook workbook = TableWorkbook.at(target, date)) {
      TableRows rows = workbook.sheet(sheet);
      events.to(
          event ->
              rows.row()
                  .text(TIME.format(LocalDateTime.ofInstant(event.at(), zone)))
                  .text(event.actor().name())
                  .text(event.kind().title().in(Language.ZH))
                  .text(event.subject().kind().title().map(each -> each.in(Language.ZH)).orElse(""))
                  .text(event.subject().text())
                  .text(event.result().title().in(Language.ZH))
                  .text(event.address()));
      return workbook.finish();
    }
  }
}
