package basedecl.spreadsheet;

import basedecl.declaration.FindingCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Every reason for which a file is refused before or while it is read, with the code it gets. The
 * finding's arguments are, in this order: the {@link #token()}, what the file seems to be or what
 * is wrong with it in Chinese, the same in English, and for a limit the limit itself.
 */
public enum FileCase {
  EMPTY(FindingCode.FILE_EMPTY, "empty", "空文件", "an empty file"),

  NOT_A_FILE(FindingCode.FILE_NOT_A_SPREADSHEET, "not-a-file", "不是普通文件", "not a regular file"),
  ZIP(FindingCode.FILE_NOT_A_SPREADSHEET, "zip", "压缩包（.zip）", "a zip archive"),
  DOCX(FindingCode.FILE_NOT_A_SPREADSHEET, "docx", "Word 文档（.docx）", "a Word document (.docx)"),
  PPTX(FindingCode.FILE_NOT_A_SPREADSHEET, "pptx", "演示文稿（.pptx）", "a presentation (.pptx)"),
  OTHER_OFFICE(
      FindingCode.FILE_NOT_A_SPREADSHEET, "office", "其他 Office 文件", "another kind of Office file"),
  DOC(FindingCode.FILE_NOT_A_SPREADSHEET, "doc", "Word 或 WPS 文字文档", "a Word or WPS text document"),
  PPT(FindingCode.FILE_NOT_A_SPREADSHEET, "ppt", "演示文稿（.ppt）", "a presentation (.ppt)"),
  OLE(
      FindingCode.FILE_NOT_A_SPREADSHEET,
      "ole2",
      "不含工作簿的复合文档",
      "a compound document without workbook"),
  PDF(FindingCode.FILE_NOT_A_SPREADSHEET, "pdf", "PDF 文件", "a PDF file"),
  IMAGE(FindingCode.FILE_NOT_A_SPREADSHEET, "image", "图片", "a picture"),
  RAR(FindingCode.FILE_NOT_A_SPREADSHEET, "rar", "压缩包（.rar）", "a RAR archive"),
  SEVEN_ZIP(FindingCode.FILE_NOT_A_SPREADSHEET, "7z", "压缩包（.7z）", "a 7z archive"),
  GZIP(FindingCode.FILE_NOT_A_SPREADSHEET, "gzip", "压缩文件（.gz）", "a gzip file"),
  RTF(FindingCode.FILE_NOT_A_SPREADSHEET, "rtf", "RTF 文档", "an RTF document"),
  XML(FindingCode.FILE_NOT_A_SPREADSHEET, "xml", "XML 文件", "an XML file"),
  PROGRAM(FindingCode.FILE_NOT_A_SPREADSHEET, "program", "程序文件", "a program"),
  BINARY(
      FindingCode.FILE_NOT_A_SPREADSHEET, "binary", "无法识别的二进制文件", "binary data of no known kind"),

  XLSB(
      FindingCode.FILE_UNSUPPORTED_FORMAT,
      "xlsb",
      "Excel 二进制工作簿（.xlsb）",
      "an Excel binary workbook (.xlsb)"),
  ODS(
      FindingCode.FILE_UNSUPPORTED_FORMAT,
      "ods",
      "OpenDocument 表格（.ods）",
      "an OpenDocument spreadsheet (.ods)"),
  NUMBERS(
      FindingCode.FILE_UNSUPPORTED_FORMAT,
      "numbers",
      "Apple Numbers 表格",
      "an Apple Numbers spreadsheet"),
  OLD_XLS(
      FindingCode.FILE_UNSUPPORTED_FORMAT,
      "old-xls",
      "Excel 95 或更早版本的工作簿",
      "a workbook of Excel 95 or older"),
  ET(FindingCode.FILE_UNSUPPORTED_FORMAT, "et", "WPS 表格（.et）", "a WPS spreadsheet (.et)"),
  SPREADSHEET_ML(
      FindingCode.FILE_UNSUPPORTED_FORMAT,
      "spreadsheetml",
      "XML 表格 2003",
      "an XML spreadsheet of Excel 2003"),
  HTML(
      FindingCode.FILE_UNSUPPORTED_FORMAT,
      "html",
      "网页格式（HTML）的表格",
      "a table in web page format (HTML)"),
  MHTML(
      FindingCode.FILE_UNSUPPORTED_FORMAT,
      "mhtml",
      "单个文件网页（MHTML）",
      "a single-file web page (MHTML)"),
  SYLK(FindingCode.FILE_UNSUPPORTED_FORMAT, "sylk", "SYLK 表格（.slk）", "a SYLK file (.slk)"),
  DIF(FindingCode.FILE_UNSUPPORTED_FORMAT, "dif", "DIF 表格（.dif）", "a DIF file (.dif)"),
  UOF(FindingCode.FILE_UNSUPPORTED_FORMAT, "uof", "标文通表格（.uof）", "a Uniform Office spreadsheet"),
  DBF(FindingCode.FILE_UNSUPPORTED_FORMAT, "dbf", "dBASE 数据表（.dbf）", "a dBASE table (.dbf)"),
  ZIP_METHOD(
      FindingCode.FILE_UNSUPPORTED_FORMAT,
      "zip-method",
      "采用特殊压缩方式的工作簿",
      "a workbook packed with an unusual compression"),

  ENCRYPTED_XLSX(
      FindingCode.FILE_ENCRYPTED,
      "encrypted-xlsx",
      "设有打开密码的工作簿（.xlsx）",
      "a workbook with a password to open it (.xlsx)"),
  ENCRYPTED_XLS(
      FindingCode.FILE_ENCRYPTED,
      "encrypted-xls",
      "设有密码的工作簿（.xls）",
      "a workbook with a password (.xls)"),
  ENCRYPTED_ZIP(
      FindingCode.FILE_ENCRYPTED, "encrypted-zip", "设有密码的压缩包", "an archive with a password"),
  DRM(
      FindingCode.FILE_ENCRYPTED,
      "drm",
      "被文档加密软件或权限管理加密的文件",
      "a file wrapped by document-protection software"),

  TRUNCATED(
      FindingCode.FILE_DAMAGED,
      "truncated",
      "文件不完整，可能没有传完",
      "the file is incomplete, perhaps half copied"),
  ZEROS(FindingCode.FILE_DAMAGED, "zeros", "文件内容全部为零字节", "the file holds nothing but zero bytes"),
  CHECKSUM(FindingCode.FILE_DAMAGED, "checksum", "文件内容校验不一致", "the contents fail their checksum"),
  CONTAINER(FindingCode.FILE_DAMAGED, "container", "文件结构损坏", "the file's structure is broken"),
  CONTENT(FindingCode.FILE_DAMAGED, "content", "工作簿内容损坏", "the workbook's contents are broken"),
  GONE(
      FindingCode.FILE_DAMAGED,
      "gone",
      "收下之后，文件从工作文件夹中消失",
      "it vanished from the work folder after it was taken in"),
  ENCODING(
      FindingCode.FILE_DAMAGED,
      "encoding",
      "文字编码有误，无法识读",
      "the text is in no encoding that can be read"),
  QUOTES(FindingCode.FILE_DAMAGED, "quotes", "引号不成对", "a quotation mark is never closed"),

  BOMB(FindingCode.FILE_UNSAFE, "bomb", "解压后异常膨胀", "it swells abnormally when unpacked"),
  DOCTYPE(
      FindingCode.FILE_UNSAFE, "doctype", "含有文档类型或实体声明", "it declares a document type or entities"),
  DUPLICATE_ENTRIES(
      FindingCode.FILE_UNSAFE, "duplicate-entries", "含有重名部件", "two parts bear one name"),
  OVERLAPPING_ENTRIES(
      FindingCode.FILE_UNSAFE, "overlapping-entries", "部件相互重叠", "its parts overlap"),
  ENTRY_NAME(FindingCode.FILE_UNSAFE, "entry-name", "部件名指向文件之外", "a part's name points outside"),
  EXTERNAL_PART(
      FindingCode.FILE_UNSAFE, "external-part", "工作表指向文件之外", "a sheet lies outside the file"),

  FILE_BYTES(
      FindingCode.FILE_TOO_LARGE, "file-bytes", "文件大小超过上限", "the file is larger than allowed"),
  INFLATED_BYTES(
      FindingCode.FILE_TOO_LARGE,
      "inflated-bytes",
      "解压后大小超过上限",
      "unpacked it is larger than allowed"),
  ENTRIES(FindingCode.FILE_TOO_LARGE, "entries", "内部部件数超过上限", "it has more parts than allowed"),
  CELL_CHARACTERS(
      FindingCode.FILE_TOO_LARGE,
      "cell-characters",
      "单元格字数超过上限",
      "a cell holds more characters than allowed"),
  COLUMNS(FindingCode.FILE_TOO_LARGE, "columns", "列数超过上限", "a row has more columns than allowed"),
  ROWS(FindingCode.FILE_TOO_LARGE, "rows", "行数超过上限", "a sheet has more rows than allowed"),
  SECONDS(FindingCode.FILE_TOO_LARGE, "seconds", "读取时间超过上限", "reading takes longer than allowed"),
  MEMORY(
      FindingCode.FILE_TOO_LARGE, "memory", "读取所需内存超过上限", "reading needs more memory than allowed");

  private final FindingCode code;
  private final String token;
  private final String chinese;
  private final String english;

  FileCase(FindingCode code, String token, String chinese, String english) {
    this.code = code;
    this.token = token;
    this.chinese = chinese;
    this.english = english;
  }

  public FindingCode code() {
    return code;
  }

  /** A short word for programs, stable. */
  public String token() {
    return token;
  }

  public RefusedFileException refusal(String... more) {
    List<String> arguments = new ArrayList<>(List.of(token, chinese, english));
    arguments.addAll(List.of(more));
    return new RefusedFileException(code, arguments.toArray(String[]::new));
  }
}
