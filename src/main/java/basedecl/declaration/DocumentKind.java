package basedecl.declaration;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** 证件类型: what kind of document identifies a person. */
public enum DocumentKind {
  RESIDENT_ID("居民身份证"),
  RESIDENCE_PERMIT("港澳台居民居住证"),
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
          PERMANENT_RESIDENCE,
          List.of("外国人永久居留证", "外国人永久居住证", "永久居留身份证", "永久居留证", "中华人民共和国外国人永久居留身份证"),
          PASSPORT,
          List.of("普通护照", "外国护照", "外籍护照", "外国人护照", "外国公民护照", "PASSPORT"));

  private static final Map<String, DocumentKind> BY_NAME = byName();

  private final String title;

  DocumentKind(String title) {
    this.title = title;
  }

  /** The name as it stands on documents and in workbooks. */
  public String title() {
    return title;
  }

  /** The kind that employers write as {@code text}: its title or another usual name for it. */
  static Optional<DocumentKind> named(String text) {
    DocumentKind exact = BY_NAME.get(text);
    return exact != null
        ? Optional.of(exact)
        : Optional.ofNullable(BY_NAME.get(Characters.compact(text).toUpperCase(Locale.ROOT)));
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
