package basedecl.person;

import basedecl.cell.Characters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** 证件类型: what kind of document identifies a person. */
public enum DocumentKind {
  RESIDENT_ID("居民身份证"),
  RESIDENCE_PERMIT("港澳台居民居住证"),
  HK_MACAO_PERMIT("港澳居民来往内地通行证"),
  TAIWAN_PERMIT("台湾居民来往大陆通行证"),
  PERMANENT_RESIDENCE("外国人永久居留身份证"),
  PASSPORT("护照");

  private static final Map<DocumentKind, List<String>> OTHER_NAMES =
      Map.of(
          RESIDENT_ID,
          List.of(
              "身份证",
              "中国居民身份证",
              "中华人民共和国居民身份证",
              "公民身份证",
              "二代身份证",
              "第二代身份证",
              "第二代居民身份证",
              "临时居民身份证",
              "居民身份证(户口簿)",
              "居民户口簿",
              "户口簿"),
          RESIDENCE_PERMIT,
          List.of(
              "港澳台居住证",
              "港澳居民居住证",
              "台湾居民居住证",
              "香港居民居住证",
              "澳门居民居住证",
              "中华人民共和国港澳居民居住证",
              "中华人民共和国台湾居民居住证"),
          HK_MACAO_PERMIT,
          List.of(
              "港澳居民往来内地通行证",
              "香港居民来往内地通行证",
              "香港居民往来内地通行证",
              "澳门居民来往内地通行证",
              "澳门居民往来内地通行证",
              "香港澳门居民来往内地通行证",
              "香港特别行政区居民来往内地通行证",
              "澳门特别行政区居民来往内地通行证",
              "港澳同胞来往内地通行证",
              "港澳居民来往内地通行证(非中国籍)",
              "港澳来往内地通行证",
              "港澳同胞回乡证",
              "港澳居民回乡证",
              "港澳回乡证",
              "回乡证"),
          TAIWAN_PERMIT,
          List.of("台湾居民往来大陆通行证", "台湾同胞来往大陆通行证", "台湾居民来往内地通行证", "台湾来往大陆通行证", "台湾同胞证", "台胞证"),
          PERMANENT_RESIDENCE,
          List.of(
              "外国人永久居留证",
              "外国人永久居住证",
              "永久居留身份证",
              "永久居留证",
              "中华人民共和国外国人永久居留身份证",
              "中华人民共和国外国人永久居留证",
              "外国人永久居留身份证(外国人永久居留证)"),
          PASSPORT,
          List.of(
              "普通护照",
              "因私普通护照",
              "中国护照",
              "中华人民共和国护照",
              "外国(地区)护照",
              "外国护照",
              "外籍护照",
              "外国人护照",
              "外国公民护照",
              "PASSPORT"));

  private static final Map<String, DocumentKind> BY_NAME = byName();

  /** The code of a list around a name: digits, set off by a mark or in brackets or by nothing. */
  private static final Pattern CODE =
      Pattern.compile(
          "^[(\\[【]?\\d{1,4}[)\\]】]?[|:,.、/~_=\\-\\u2010-\\u2015]*"
              + "|[|:,.、/~_=\\-\\u2010-\\u2015]*[(\\[【]?\\d{1,4}[)\\]】]?$");

  private final String title;

  DocumentKind(String title) {
    this.title = title;
  }

  /** The name as it stands on documents and in workbooks. */
  public String title() {
    return title;
  }

  /**
   * The kind that employers write as {@code text}: its title or another usual name for it, perhaps
   * with the code of a list before or behind it, such as {@code 201|居民身份证}. 往来港澳通行证 is another
   * document and none of these.
   */
  static Optional<DocumentKind> named(String text) {
    DocumentKind exact = BY_NAME.get(text);
    if (exact != null) {
      return Optional.of(exact);
    }
    String name = Characters.compact(text).toUpperCase(Locale.ROOT);
    DocumentKind known = BY_NAME.get(name);
    return known != null
        ? Optional.of(known)
        : Optional.ofNullable(BY_NAME.get(CODE.matcher(name).replaceAll("")));
  }

  private static Map<String, DocumentKind> byName() {
    Map<String, DocumentKind> names = new HashMap<>();
    for (DocumentKind kind : values()) {
      names.put(kind.title, kind);
      OTHER_NAMES.getOrDefault(kind, List.of()).forEach(name -> names.put(name, kind));
    }
    return Map.copyOf(names);
  }
}
