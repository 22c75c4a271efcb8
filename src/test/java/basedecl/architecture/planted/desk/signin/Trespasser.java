package basedecl.architecture.planted.desk.signin;

import org.apache.poi.ss.usermodel.Cell;

/** Planted: imports what its row of the house does not allow. */
record Trespasser(Cell cell) {}
