package tw.ecard.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");

    private final EventCodec codec = new EventCodec(new ObjectMapper(), "kit-test");

    record Nested(long sequence) {}

    record Data(String text, Nested other, long sequence) {}

    @Test
    void the_number_that_is_drawn_goes_to_its_place_whatever_else_looks_like_it() {
        NewEvent event = new NewEvent(
                "topic", "subject", "tw.ecard.test.v1", new Data("a \"sequence\":0 in a text", new Nested(0), 0));
        String text = codec.encode(event, UUID.randomUUID(), NOW).numbered(1_203);

        ReceivedEvent received = codec.decode("topic", text.getBytes(StandardCharsets.UTF_8));

        assertThat(received.sequence()).isEqualTo(1_203);
        assertThat(received.data().path("text").asText()).isEqualTo("a \"sequence\":0 in a text");
        assertThat(received.data().at("/other/sequence").asLong()).isZero();
        assertThat(text).isEqualTo(codec.encode(event, received.id(), 1_203, NOW));
    }
}
