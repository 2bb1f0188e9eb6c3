package tw.ecard.localstack.demo;

/**
 * Where the demo finds what it talks to.
 *
 * @param realm the issuer, below which the token endpoint is
 */
public record Addresses(String registration, String queue, String realm) {}
