package basedecl.job.latefee;

import basedecl.file.FileDigest;
import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.finding.FindingBounds;
import basedecl.ledger.latefee.PaymentRecord;
import basedecl.payment.PaymentCheck;
import basedecl.payment.PaymentField;
import basedecl.payment.PaymentReading;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.FileReason;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import basedecl.table.SheetTable;
import basedecl.table.TableRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * One file of payments, read whole: a file that breaks off gives no payments at all.
 *
 * @param lines lines read; blank and total rows left out
 */
record PaymentFile(int lines, List<PaymentRecord> payments, List<FileFinding> findings) {

  private static final int LONGEST_PATH = 1_000;
  private static final int LONGEST_SHEET = 100;

  private static final HeaderSpec<PaymentField> HEADER =
      HeaderSpec.of(PaymentField.class)
          .required(PaymentField.EMPLOYER_CODE, KnownHeader.EMPLOYER_CODE, "缴费人识别号")
          .required(PaymentField.PERIOD, "费款所属期", "所属期", "缴费所属期", "费款所属月份", "所属月份")
          .required(PaymentField.PAID_ON, "缴费日期", "缴款日期", "到账日期", "入库日期")
          .required(PaymentField.AMOUNT, "缴费金额", "缴款金额", "实缴金额", "到账金额")
          .optional(PaymentField.LINE_NUMBER, "序号")
          .optional(PaymentField.EMPLOYER_NAME, KnownHeader.EMPLOYER_NAME)
          .optional(PaymentField.SERIAL, "流水号", "缴费流水号", "交易流水号", "银行流水号")
          .amounts(EnumSet.of(PaymentField.AMOUNT))
          .build();

  /**
   * Reads the file at {@code path}.
   *
   * @param within its path within the folder of payments
   */
  static PaymentFile read(SpreadsheetFiles files, Path path, String within, PaymentCheck check)
      throws IOException {
    String name = atMost(LONGEST_PATH, within);
    String sha256 = FileDigest.sha256(path);
    List<PaymentRecord> payments = new ArrayList<>();
    List<FileFinding> findings = new ArrayList<>();
    FindingBounds bounds = new FindingBounds();
    int lines = 0;
    try (SheetTable<PaymentField> table = SheetTable.open(files, path, HEADER)) {
      for (TableRow<PaymentField> row = table.next(); row != null; row = table.next()) {
        lines++;
        Optional<Finding> tooWide = row.tooWide();
        if (tooWide.isPresent()) {
          findings.add(new FileFinding(name, tooWide.get()));
          continue;
        }
        PaymentReading reading = check.check(row::cell, row::place);
        if (reading instanceof PaymentReading.Read read) {
          payments.add(
              new PaymentRecord(
                  read.payment(), name, sha256, atMost(LONGEST_SHEET, row.sheet()), row.number()));
        } else if (reading instanceof PaymentReading.Refused refused) {
          for (Finding finding : bounds.admitted(refused.findings())) {
            findings.add(new FileFinding(name, finding));
          }
        }
      }
    } catch (RefusedFileException e) {
      return new PaymentFile(0, List.of(), List.of(new FileFinding(name, e.finding())));
    } catch (OutOfMemoryError e) {
      return new PaymentFile(
          0, List.of(), List.of(new FileFinding(name, FileReason.MEMORY.refusal().finding())));
    }
    bounds.leftOut().forEach(finding -> findings.add(new FileFinding(name, finding)));
    return new PaymentFile(lines, payments, findings);
  }

  private static String atMost(int characters, String text) {
    return text.length() <= characters ? text : text.substring(0, characters);
  }
}
