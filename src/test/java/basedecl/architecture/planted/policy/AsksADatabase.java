package basedecl.architecture.planted.policy;

import java.sql.Connection;

/** Planted: knows a database in a domain room. */
record AsksADatabase(Connection connection) {}
