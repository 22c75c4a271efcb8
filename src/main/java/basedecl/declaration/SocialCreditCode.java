package basedecl.declaration;

/** 统一社会信用代码 of GB 32100-2015, 18 characters with a check character. */
public record SocialCreditCode(String text) {}
