package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.mailer.Mail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.TimeoutException;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.localstack.mail.ScriptedMailServer;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;

/** What the mail client does with connections. */
@QuarkusTest
@WithTestResource(RealStack.class)
class HandingOverMailIT {

    /** Of so many a few would get stuck, were the greeting missed as seldom as once in two hundred. */
    private static final int MANY = 1000;

    /** More connections than a pool has that nobody made larger. */
    private static final int UNANSWERED = 12;

    @Inject
    World world;

    @Inject
    HandingOverMail mailServer;

    private ScriptedMailServer server;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
        server = world.scriptedMailServer();
    }

    @AfterEach
    void theUsualServerAgain() {
        server.close();
        world.startMailServer();
    }

    @Test
    void a_greeting_is_heard_however_soon_it_comes() {
        for (int i = 0; i < MANY; i++) {
            mailServer.handOver(mail());
        }
        assertThat(server.taken()).hasSize(MANY);
    }

    @Test
    void mails_go_out_after_many_were_left_without_an_answer() {
        server.answers(ScriptedMailServer.GREETING, ScriptedMailServer.SILENCE);
        ExecutorService senders = Executors.newFixedThreadPool(UNANSWERED);
        try {
            Stream.generate(() -> CompletableFuture.runAsync(() -> mailServer.handOver(mail()), senders))
                    .limit(UNANSWERED)
                    .toList()
                    .forEach(sending -> assertThatThrownBy(sending::join).hasCauseInstanceOf(TimeoutException.class));
        } finally {
            senders.shutdown();
        }
        server.answersAsUsual();
        mailServer.handOver(mail());
        assertThat(server.taken()).hasSize(1);
    }

    private static Mail mail() {
        return Mail.withText("contact@school.example", "subject", "text");
    }
}
