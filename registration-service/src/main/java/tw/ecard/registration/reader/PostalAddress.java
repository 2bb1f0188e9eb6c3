package tw.ecard.registration.reader;

/** A postal address: free text, in which only the names of counties are put into their official spelling. */
public record PostalAddress(String value) {

    private static final String[] COUNTIES = {"台北市", "台北縣", "台中市", "台中縣", "台南市", "台南縣", "台東縣"};

    /** Never refused: an address is read by a postman. */
    public static PostalAddress of(String text) {
        String address = PlainText.trimmed(text);
        if (address.indexOf('台') >= 0) {
            for (String county : COUNTIES) {
                address = address.replace(county, "臺" + county.substring(1));
            }
        }
        return new PostalAddress(address);
    }

    @Override
    public String toString() {
        return "***";
    }
}
