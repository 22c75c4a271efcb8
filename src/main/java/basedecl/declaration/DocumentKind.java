package basedecl.declaration;

/** 证件类型: what kind of document identifies a person. */
public enum DocumentKind {
  RESIDENT_ID("居民身份证"),
  RESIDENCE_PERMIT("港澳台居民居住证"),
  PERMANENT_RESIDENCE("外国人永久居留身份证"),
  PASSPORT("护照");

  private final String title;

  DocumentKind(String title) {
    this.title = title;
  }

  /** The name as it stands on documents and in workbooks. */
  public String title() {
    return title;
  }
}
