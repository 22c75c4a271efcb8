package basedecl.table;

import java.util.List;

/**
 * Columns that many tables have, with the words they go by (contract 4): said once, so that every
 * table the program reads knows the same.
 */
public enum KnownHeader {
  EMPLOYER_CODE("单位编号", "单位代码", "单位编码", "参保单位编号", "参保单位代码", "单位医保编号", "单位助记码", "社保工作码"),
  CREDIT_CODE("统一社会信用代码", "社会信用代码", "缴费人识别号", "纳税人识别号"),
  EMPLOYER_NAME("单位名称", "参保单位名称"),
  NAME("姓名", "职工姓名", "员工姓名", "人员姓名", "参保人姓名", "参保人员姓名", "个人姓名", "个人名称"),
  DOCUMENT_KIND("证件类型", "身份证件类型", "证件种类", "证照类型"),
  ID_NUMBER(
      "证件号码", "身份证件号码", "身份证号码", "身份证号", "身份证", "居民身份证号码", "公民身份号码", "公民身份证号码", "公民身份证号", "社会保障号码",
      "社会保障号", "证照号码", "证件号", "证件编号");

  private final String title;
  private final String alsoReadAs;

  KnownHeader(String title, String... alsoReadAs) {
    this.title = title;
    this.alsoReadAs = String.join("、", alsoReadAs);
  }

  public String title() {
    return title;
  }

  public List<String> alsoReadAs() {
    return List.of(alsoReadAs.split("、", -1));
  }
}
