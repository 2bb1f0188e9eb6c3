package tw.ecard.registration.roster;

import tw.ecard.registration.reader.ReaderRow;

/** The bytes that the service seals for a reader, so that peers store the same ones. */
public final class ServiceCodec {

    private final ReaderCodec codec = new ReaderCodec();

    public byte[] encode(ReaderRow reader) {
        return codec.encode(reader);
    }
}
