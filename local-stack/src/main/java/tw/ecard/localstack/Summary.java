package tw.ecard.localstack;

/** The closing lines of a start: where everything is, and who can log in. */
record Summary(LocalStack stack, boolean withServices) {

    void print(Console console) {
        console.line();
        if (withServices) {
            console.line("  registration-service   " + stack.registration().url() + "/q/swagger-ui");
            console.line("  queue-service          " + stack.queue().url() + "/q/swagger-ui");
        }
        console.line("  Keycloak               " + stack.keycloak().url() + "  (realm ecard; console: admin / admin)");
        console.line("  PostgreSQL             " + stack.postgres().jdbcUrl("registration")
                + ", …/queue  (user and password = database)");
        console.line("  Kafka                  " + stack.kafkaBootstrapServers());
        console.line("  Mail                   " + stack.mailFolder().directory());
        console.line("""

                  Staff, in Swagger UI ("Authorize") or by password through client ecard-cli:
                    clerk / clerk, clerk2 / clerk2    librarian
                    admin / admin                     administrator, librarian
                  Institutions and observer, by client credentials:
                    demo-school / demo-school-secret       institution 999901
                    demo-agency / demo-agency-secret       institution A99990000I
                    demo-observer / demo-observer-secret   observer

                Ctrl-C stops everything; what is there now is there after the next start.
                """);
    }
}
