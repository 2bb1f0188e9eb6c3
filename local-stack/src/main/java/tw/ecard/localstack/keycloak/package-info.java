/** The Keycloak of the build, with the realm {@code ecard}: the same identity provider as in production. */
package tw.ecard.localstack.keycloak;
