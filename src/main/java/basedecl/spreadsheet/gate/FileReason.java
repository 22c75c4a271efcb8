package basedecl.spreadsheet.gate;

import basedecl.finding.FindingCode;

/**
 * Every reason for which a file is refused before or while it is read, with the code it gets. The
 * finding's arguments are the {@link #token()}, whose words stand in {@code
 * messages-finding*.properties} under {@code finding.kind.TOKEN}, and for a limit the limit itself.
 */
public enum FileReason {
  EMPTY(FindingCode.FILE_EMPTY, "empty"),

  NOT_A_FILE(FindingCode.FILE_NOT_A_SPREADSHEET, "not-a-file"),
  ZIP(FindingCode.FILE_NOT_A_SPREADSHEET, "zip"),
  DOCX(FindingCode.FILE_NOT_A_SPREADSHEET, "docx"),
  PPTX(FindingCode.FILE_NOT_A_SPREADSHEET, "pptx"),
  OTHER_OFFICE(FindingCode.FILE_NOT_A_SPREADSHEET, "office"),
  DOC(FindingCode.FILE_NOT_A_SPREADSHEET, "doc"),
  PPT(FindingCode.FILE_NOT_A_SPREADSHEET, "ppt"),
  OLE(FindingCode.FILE_NOT_A_SPREADSHEET, "ole2"),
  PDF(FindingCode.FILE_NOT_A_SPREADSHEET, "pdf"),
  IMAGE(FindingCode.FILE_NOT_A_SPREADSHEET, "image"),
  RAR(FindingCode.FILE_NOT_A_SPREADSHEET, "rar"),
  SEVEN_ZIP(FindingCode.FILE_NOT_A_SPREADSHEET, "7z"),
  GZIP(FindingCode.FILE_NOT_A_SPREADSHEET, "gzip"),
  RTF(FindingCode.FILE_NOT_A_SPREADSHEET, "rtf"),
  XML(FindingCode.FILE_NOT_A_SPREADSHEET, "xml"),
  PROGRAM(FindingCode.FILE_NOT_A_SPREADSHEET, "program"),
  BINARY(FindingCode.FILE_NOT_A_SPREADSHEET, "binary"),

  XLSB(FindingCode.FILE_UNSUPPORTED_FORMAT, "xlsb"),
  ODS(FindingCode.FILE_UNSUPPORTED_FORMAT, "ods"),
  NUMBERS(FindingCode.FILE_UNSUPPORTED_FORMAT, "numbers"),
  OLD_XLS(FindingCode.FILE_UNSUPPORTED_FORMAT, "old-xls"),
  ET(FindingCode.FILE_UNSUPPORTED_FORMAT, "et"),
  HTML(FindingCode.FILE_UNSUPPORTED_FORMAT, "html"),
  MHTML(FindingCode.FILE_UNSUPPORTED_FORMAT, "mhtml"),
  SYLK(FindingCode.FILE_UNSUPPORTED_FORMAT, "sylk"),
  DIF(FindingCode.FILE_UNSUPPORTED_FORMAT, "dif"),
  UOF(FindingCode.FILE_UNSUPPORTED_FORMAT, "uof"),
  DBF(FindingCode.FILE_UNSUPPORTED_FORMAT, "dbf"),
  ZIP_METHOD(FindingCode.FILE_UNSUPPORTED_FORMAT, "zip-method"),

  ENCRYPTED_XLSX(FindingCode.FILE_ENCRYPTED, "encrypted-xlsx"),
  ENCRYPTED_XLS(FindingCode.FILE_ENCRYPTED, "encrypted-xls"),
  ENCRYPTED_ZIP(FindingCode.FILE_ENCRYPTED, "encrypted-zip"),
  DRM(FindingCode.FILE_ENCRYPTED, "drm"),

  TRUNCATED(FindingCode.FILE_DAMAGED, "truncated"),
  ZEROS(FindingCode.FILE_DAMAGED, "zeros"),
  CHECKSUM(FindingCode.FILE_DAMAGED, "checksum"),
  CONTAINER(FindingCode.FILE_DAMAGED, "container"),
  CONTENT(FindingCode.FILE_DAMAGED, "content"),
  GONE(FindingCode.FILE_DAMAGED, "gone"),
  CHANGED(FindingCode.FILE_DAMAGED, "changed"),
  NOT_READABLE(FindingCode.FILE_DAMAGED, "not-readable"),
  ENCODING(FindingCode.FILE_DAMAGED, "encoding"),
  QUOTES(FindingCode.FILE_DAMAGED, "quotes"),

  BOMB(FindingCode.FILE_UNSAFE, "bomb"),
  DOCTYPE(FindingCode.FILE_UNSAFE, "doctype"),
  DUPLICATE_ENTRIES(FindingCode.FILE_UNSAFE, "duplicate-entries"),
  OVERLAPPING_ENTRIES(FindingCode.FILE_UNSAFE, "overlapping-entries"),
  ENTRY_NAME(FindingCode.FILE_UNSAFE, "entry-name"),
  EXTERNAL_PART(FindingCode.FILE_UNSAFE, "external-part"),

  FILE_BYTES(FindingCode.FILE_TOO_LARGE, "file-bytes"),
  INFLATED_BYTES(FindingCode.FILE_TOO_LARGE, "inflated-bytes"),
  ENTRIES(FindingCode.FILE_TOO_LARGE, "entries"),
  CELL_CHARACTERS(FindingCode.FILE_TOO_LARGE, "cell-characters"),
  COLUMNS(FindingCode.FILE_TOO_LARGE, "columns"),
  ROWS(FindingCode.FILE_TOO_LARGE, "rows"),
  SECONDS(FindingCode.FILE_TOO_LARGE, "seconds"),
  MEMORY(FindingCode.FILE_TOO_LARGE, "memory");

  private final FindingCode code;
  private final String token;

  FileReason(FindingCode code, String token) {
    this.code = code;
    this.token = token;
  }

  public FindingCode code() {
    return code;
  }

  /** A short word for programs, stable. */
  public String token() {
    return token;
  }

  public RefusedFileException refusal() {
    return new RefusedFileException(code, token);
  }

  /** The refusal of a file that passes {@code limit}, the most that is allowed. */
  public RefusedFileException refusal(String limit) {
    return new RefusedFileException(code, token, limit);
  }
}
