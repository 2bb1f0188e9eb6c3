package tw.ecard.benchmarks.peer;

import java.util.UUID;

/** One reader as a peer stores it. */
record PeerRow(UUID person, int sheetRow, int ordinal, byte[] sealed) {}
