package basedecl.architecture.planted.report;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Planted: imports what its row of the house does not allow. */
record Trespasser(JdbcClient database) {}
