package basedecl.desk.security;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/**
 * The server's last word where no page of ours could say it: a request too malformed to have one.
 * Neither the server's name and version nor what failed.
 */
public final class BareError extends ErrorReportValve {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="zh-CN"><head><meta charset="utf-8"><title>请求无法处理</title></head>
      <body><h1>请求无法处理</h1><p>请求不完整或格式不对。请返回上一页重新操作。</p>
      <p lang="en">The request was incomplete or malformed. Go back and try again.</p></body></html>
      """;

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      AnswerHeaders.set(request, response);
      response.setContentType("text/html");
      response.setCharacterEncoding("UTF-8");
      response.getReporter().write(PAGE);
      response.finishResponse();
    } catch (IOException e) {
      // Whoever asked is gone; nobody is left to tell.
      ExceptionUtils.handleThrowable(e);
    }
  }
}
