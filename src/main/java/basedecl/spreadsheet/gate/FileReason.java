package basedecl.spreadsheet.gate;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;

/**
 * Every reason for which a file is refused before or while it is read, with the code and the reason
 * of its finding; the argument of a limit is the limit itself.
 */
public enum FileReason {
  EMPTY(FindingCode.FILE_EMPTY, Reason.EMPTY),

  NOT_A_FILE(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.NOT_A_FILE),
  ZIP(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.ZIP),
  DOCX(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.DOCX),
  PPTX(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.PPTX),
  OTHER_OFFICE(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.OTHER_OFFICE),
  DOC(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.DOC),
  PPT(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.PPT),
  OLE(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.OLE),
  PDF(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.PDF),
  IMAGE(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.IMAGE),
  RAR(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.RAR),
  SEVEN_ZIP(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.SEVEN_ZIP),
  GZIP(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.GZIP),
  RTF(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.RTF),
  XML(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.XML),
  PROGRAM(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.PROGRAM),
  BINARY(FindingCode.FILE_NOT_A_SPREADSHEET, Reason.BINARY),

  XLSB(FindingCode.FILE_UNSUPPORTED_FORMAT, Reason.XLSB),
  ODS(FindingCode.FILE_UNSUPPORTED_FORMAT, Reason.ODS),
  NUMBERS(FindingCode.FILE_UNSUPPORTED_FORMAT, Reason.NUMBERS),
  OLD_XLS(FindingCode.FILE_UNSUPPORTED_FORMAT, Reason.OLD_XLS),
  ET(FindingCode.FILE_UNSUPPORTED_FORMAT, Reason.ET),
  HTML(FindingCode.FILE_UNSUPPORTED_FORMAT, Reason.HTML),
  MHTML(FindingCode.FILE_UNSUPPORTED_FORMAT, Reason.MHTML),
  SYLK(FindingCode.FILE_UNSUPPORTED_FORMAT, Reason.SYLK),
  DIF(FindingCode.FILE_UNSUPPORTED_FORMAT, Reason.DIF),
  UOF(FindingCode.FILE_UNSUPPORTED_FORMAT, Reason.UOF),
  DBF(FindingCode.FILE_UNSUPPORTED_FORMAT, Reason.DBF),
  ZIP_METHOD(FindingCode.FILE_UNSUPPORTED_FORMAT, Reason.ZIP_METHOD),

  ENCRYPTED_XLSX(FindingCode.FILE_ENCRYPTED, Reason.ENCRYPTED_XLSX),
  ENCRYPTED_XLS(FindingCode.FILE_ENCRYPTED, Reason.ENCRYPTED_XLS),
  ENCRYPTED_ZIP(FindingCode.FILE_ENCRYPTED, Reason.ENCRYPTED_ZIP),
  DRM(FindingCode.FILE_ENCRYPTED, Reason.DRM),

  TRUNCATED(FindingCode.FILE_DAMAGED, Reason.TRUNCATED),
  ZEROS(FindingCode.FILE_DAMAGED, Reason.ZEROS),
  CHECKSUM(FindingCode.FILE_DAMAGED, Reason.CHECKSUM),
  CONTAINER(FindingCode.FILE_DAMAGED, Reason.CONTAINER),
  CONTENT(FindingCode.FILE_DAMAGED, Reason.CONTENT),
  GONE(FindingCode.FILE_DAMAGED, Reason.GONE),
  CHANGED(FindingCode.FILE_DAMAGED, Reason.CHANGED),
  NOT_READABLE(FindingCode.FILE_DAMAGED, Reason.NOT_READABLE),
  ENCODING(FindingCode.FILE_DAMAGED, Reason.ENCODING),
  QUOTES(FindingCode.FILE_DAMAGED, Reason.QUOTES),

  BOMB(FindingCode.FILE_UNSAFE, Reason.BOMB),
  DOCTYPE(FindingCode.FILE_UNSAFE, Reason.DOCTYPE),
  DUPLICATE_ENTRIES(FindingCode.FILE_UNSAFE, Reason.DUPLICATE_ENTRIES),
  OVERLAPPING_ENTRIES(FindingCode.FILE_UNSAFE, Reason.OVERLAPPING_ENTRIES),
  ENTRY_NAME(FindingCode.FILE_UNSAFE, Reason.ENTRY_NAME),
  EXTERNAL_PART(FindingCode.FILE_UNSAFE, Reason.EXTERNAL_PART),
  ENDS_PROCESSES(FindingCode.FILE_UNSAFE, Reason.ENDS_PROCESSES),

  FILE_BYTES(FindingCode.FILE_TOO_LARGE, Reason.FILE_BYTES),
  INFLATED_BYTES(FindingCode.FILE_TOO_LARGE, Reason.INFLATED_BYTES),
  ENTRIES(FindingCode.FILE_TOO_LARGE, Reason.ENTRIES),
  CELL_CHARACTERS(FindingCode.FILE_TOO_LARGE, Reason.CELL_CHARACTERS),
  COLUMNS(FindingCode.FILE_TOO_LARGE, Reason.COLUMNS),
  ROWS(FindingCode.FILE_TOO_LARGE, Reason.ROWS),
  SECONDS(FindingCode.FILE_TOO_LARGE, Reason.SECONDS),
  MEMORY(FindingCode.FILE_TOO_LARGE, Reason.MEMORY);

  private final FindingCode code;
  private final Reason reason;

  FileReason(FindingCode code, Reason reason) {
    this.code = code;
    this.reason = reason;
  }

  public FindingCode code() {
    return code;
  }

  public Reason reason() {
    return reason;
  }

  public RefusedFileException refusal() {
    return new RefusedFileException(Finding.of(code, "", SourceCell.WHOLE_FILE, reason));
  }

  /** The refusal of a file that passes {@code limit}, the most that is allowed. */
  public RefusedFileException refusal(String limit) {
    return new RefusedFileException(Finding.of(code, "", SourceCell.WHOLE_FILE, reason, limit));
  }
}
