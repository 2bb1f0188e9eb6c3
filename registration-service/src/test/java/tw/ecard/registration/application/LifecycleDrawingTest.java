package tw.ecard.registration.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture in the docs is the table. {@code -Dlifecycle.draw=true} draws it anew. */
class LifecycleDrawingTest {

    private static final Path PICTURE = Path.of("..", "docs", "lifecycle.md");

    @Test
    void the_picture_in_the_docs_is_the_table() throws IOException {
        if (Boolean.getBoolean("lifecycle.draw")) {
            Files.writeString(PICTURE, drawing());
        }
        assertThat(Files.readString(PICTURE))
                .as("run: mvn -pl registration-service -am test -Dtest=LifecycleDrawingTest -Dlifecycle.draw=true")
                .isEqualTo(drawing());
    }

    private static String drawing() {
        String arrows = Lifecycle.TRANSITIONS.stream()
                .flatMap(transition -> transition.from().stream()
                        .sorted()
                        .map(from -> "    %s --> %s: %s".formatted(from, transition.to(), transition.step())))
                .collect(Collectors.joining("\n"));
        return """
                # The life of an application

                Drawn from `Lifecycle.TRANSITIONS`; a step that is not here is refused with `409`.

                ```mermaid
                stateDiagram-v2
                    [*] --> DOCUMENTS_MISSING
                %s
                    COMPLETED --> [*]
                    REJECTED --> [*]
                    WITHDRAWN --> [*]
                ```
                """.formatted(arrows);
    }
}
