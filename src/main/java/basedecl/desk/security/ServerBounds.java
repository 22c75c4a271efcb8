package basedecl.desk.security;

import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * What the server itself is told: headers on every answer, a bare last word, sessions in bounds.
 */
final class ServerBounds implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  /** The last line behind {@link Sessions}: more are refused, whatever they are. */
  private final int mostSessions;

  ServerBounds(Limits limits) {
    this.mostSessions = 2 * (limits.signedIn().ofAll() + limits.visitors().ofAll());
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(this::customize);
    factory.addConnectorCustomizers(
        connector -> {
          connector.setXpoweredBy(false);
          connector.setAllowTrace(false);
          // The filter for uploads has its own bounds. The longest form is a draft of two hundred
          // people, of whom every text is as long as it may be: 720 kB with each character escaped.
          connector.setMaxPostSize(1 << 20);
        });
  }

  private void customize(Context context) {
    Container host = context.getParent();
    if (host instanceof StandardHost standard) {
      standard.setErrorReportValveClass(BareError.class.getName());
    }
    host.getPipeline().addValve(new AnswerHeaders());
    host.getPipeline().addValve(new BareError());
    if (context.getManager() instanceof org.apache.catalina.session.ManagerBase sessions) {
      sessions.setMaxActiveSessions(mostSessions);
    }
  }
}
