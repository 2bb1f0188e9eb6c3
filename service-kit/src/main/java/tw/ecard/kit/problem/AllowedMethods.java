package tw.ecard.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods an address takes. RFC 9110 wants them in a 405, where the framework leaves them out. */
@ApplicationScoped
class AllowedMethods {

    /** A step such as {@code {id}} or {@code {kind: [a-z-]+}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*[\\w-]+\\s*(?::\\s*([^{}]+))?\\}");

    private final List<Endpoint> endpoints = new ArrayList<>();

    AllowedMethods(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                for (Method method : bean.getBeanClass().getMethods()) {
                    add(root, method);
                }
            }
        }
    }

    /** The methods for the path, in the order of the alphabet. */
    Set<String> of(String path) {
        Set<String> methods = new TreeSet<>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.path().matcher(path).matches()) {
                methods.add(endpoint.method());
            }
        }
        return methods;
    }

    private void add(Path root, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                Path below = method.getAnnotation(Path.class);
                String template = "/" + root.value() + "/" + (below == null ? "" : below.value());
                endpoints.add(new Endpoint(verb.value(), pattern(template)));
            }
        }
    }

    private static Pattern pattern(String template) {
        String plain = template.replaceAll("/+", "/").replaceAll("/$", "");
        String matching = VARIABLE.matcher(plain).replaceAll(variable -> {
            String given = variable.group(1);
            return given == null ? "[^/]+" : "(?:" + given.strip().replace("\\", "\\\\") + ")";
        });
        return Pattern.compile(matching + "/?");
    }

    private record Endpoint(String method, Pattern path) {}
}
