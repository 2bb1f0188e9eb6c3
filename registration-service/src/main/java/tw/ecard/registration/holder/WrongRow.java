package tw.ecard.registration.holder;

import tw.ecard.registration.roster.check.RowErrorCode;

/**
 * A row of a register that names nobody.
 *
 * @param row the sheet's own row number
 * @param value what stands there, masked; null where nothing does
 */
record WrongRow(int row, RowErrorCode code, String value) {}
