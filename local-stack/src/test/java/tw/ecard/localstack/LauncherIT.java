package tw.ecard.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.ecard.localstack.Launched.PartProcess;
import tw.ecard.localstack.process.Ports;
import tw.ecard.localstack.process.Processes;
import tw.ecard.localstack.process.Waiting;

class LauncherIT {

    private static final String UP = "Ctrl-C stops everything";

    @TempDir
    Path directory;

    @Test
    void what_a_killed_launcher_leaves_is_ended_by_the_next_which_reports_a_part_that_dies() throws IOException {
        StackPorts ports = StackPorts.free();
        List<PartProcess> orphans;
        try (Launched killed = Launched.infrastructure(directory, ports).says(UP)) {
            orphans = killed.parts();
            killed.signal("KILL");
            assertThat(killed.exitCode()).isEqualTo(Launched.KILLED);
            assertThat(orphans)
                    .extracting(PartProcess::name)
                    .containsExactlyInAnyOrder("kafka", "mail", "keycloak", "postgresql");
            assertThat(orphans).allMatch(part -> Processes.isAlive(part.process()));

            try (Launched next = Launched.infrastructure(directory, ports)) {
                next.says("Ended what a killed run left behind").says(UP);
                assertThat(orphans).noneMatch(part -> Processes.isAlive(part.process()));
                RealmChecks.all("http://localhost:" + ports.keycloak());

                Processes.kill(next.part("mail"));
                next.says("mail has died");
                assertThat(next.exitCode()).isEqualTo(1);
                assertThat(next.parts()).isEmpty();
            }
        }
        assertThat(directory.resolve(".local/keys/protection-master-key"))
                .content()
                .hasSize(44);
        assertThat(Files.getPosixFilePermissions(directory.resolve(".local/keys/protection-master-key")))
                .hasSize(2);
    }

    @Test
    void told_to_end_while_it_starts_it_leaves_no_process() {
        try (Launched launched = Launched.infrastructure(directory, StackPorts.free())) {
            launched.says("postgresql             ready");
            launched.signal("TERM");
            assertThat(launched.exitCode()).isEqualTo(143);
            assertThat(launched.output()).contains("Stopped.").doesNotContain("has died");
            // A part that was only being prepared is told to end, and not waited for.
            assertThat(Waiting.until(
                            Duration.ofSeconds(30), () -> launched.parts().isEmpty()))
                    .isTrue();
        }
    }

    @Test
    void a_taken_port_is_named_with_the_variable_that_moves_it() throws IOException {
        StackPorts ports = StackPorts.free();
        try (ServerSocket taken = new ServerSocket(ports.smtp(), 1, InetAddress.getByName(Ports.LOOPBACK));
                Launched launched = Launched.infrastructure(directory, ports)) {
            assertThat(launched.exitCode()).isEqualTo(1);
            assertThat(launched.output())
                    .contains("Port " + taken.getLocalPort() + " is taken")
                    .contains("ECARD_SMTP_PORT=");
            assertThat(launched.parts()).isEmpty();
        }
    }

    @Test
    void two_launchers_do_not_share_a_folder() {
        try (Launched first = Launched.infrastructure(directory, StackPorts.free())) {
            first.says("postgresql             ready");
            try (Launched second = Launched.infrastructure(directory, StackPorts.free())) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.output()).contains("Another stack is running");
            }
            assertThat(first.part("postgresql").isAlive()).isTrue();
        }
    }
}
