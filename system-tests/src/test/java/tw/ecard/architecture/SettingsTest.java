package tw.ecard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The table of settings names every setting with its default, and none that is gone. */
class SettingsTest {

    private static final String MAPPING = "io.smallrye.config.ConfigMapping";
    private static final String DEFAULT = "io.smallrye.config.WithDefault";
    private static final Path DOCUMENT = Path.of("..", "docs", "operations.md");

    @Test
    void the_table_of_settings_is_complete_and_true() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `ecard."))
                .toList();
        TreeMap<String, String> documented = new TreeMap<>();
        for (String row : rows) {
            String[] cells = row.split("\\|");
            documented.put(cells[1].strip().replace("`", ""), cells[3].strip().replace("`", ""));
        }

        assertThat(documented).isEqualTo(settings());
    }

    private static TreeMap<String, String> settings() {
        TreeMap<String, String> settings = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("tw.ecard")) {
            if (type.isAnnotatedWith(MAPPING)) {
                String prefix =
                        (String) type.getAnnotationOfType(MAPPING).get("prefix").orElseThrow();
                add(type, prefix, settings);
            }
        }
        return settings;
    }

    private static void add(JavaClass type, String prefix, TreeMap<String, String> settings) {
        for (JavaMethod method : type.getMethods()) {
            if (method.getModifiers().contains(JavaModifier.ABSTRACT)) {
                String name = prefix + "." + kebab(method.getName());
                JavaClass answer = method.getRawReturnType();
                if (answer.isInterface() && answer.getPackageName().startsWith("tw.ecard")) {
                    add(answer, name, settings);
                } else {
                    settings.put(name, defaultOf(method));
                }
            }
        }
    }

    private static String defaultOf(JavaMethod method) {
        Optional<String> value = method.isAnnotatedWith(DEFAULT)
                ? Optional.of((String) ((JavaAnnotation<?>) method.getAnnotationOfType(DEFAULT))
                        .get("value")
                        .orElseThrow())
                : Optional.empty();
        return value.map(text -> text.contains("\n") ? "a text in the code" : text)
                .orElse("–");
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
