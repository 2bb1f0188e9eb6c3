package tw.ecard.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of a request breaks a constraint: {@code create.request.contact.email} is {@code /contact/email} in the
 * body, {@code list.limit} is the parameter {@code limit}, and {@code create.request} is the body as a whole.
 */
final class ViolatedPart {

    private static final List<String> PARAMETER_ANNOTATIONS = List.of("jakarta.ws.rs.", "org.jboss.resteasy.reactive.");

    private ViolatedPart() {}

    /** False for answers, and for what is validated on its way to the database. */
    static boolean isOfTheRequest(ConstraintViolation<?> violation) {
        List<Path.Node> steps = steps(violation);
        return steps.size() > 1 && steps.get(1).getKind() == ElementKind.PARAMETER;
    }

    /** The pointer or the name. */
    static String of(ConstraintViolation<?> violation) {
        List<Path.Node> steps = steps(violation);
        Path.ParameterNode parameter = steps.get(1).as(Path.ParameterNode.class);
        if (steps.size() == 2) {
            return isBody(violation, steps.get(0).as(Path.MethodNode.class), parameter) ? "" : parameter.getName();
        }
        return steps.stream().skip(2).map(ViolatedPart::step).collect(Collectors.joining());
    }

    private static List<Path.Node> steps(ConstraintViolation<?> violation) {
        List<Path.Node> steps = new ArrayList<>();
        violation.getPropertyPath().forEach(steps::add);
        return steps;
    }

    private static String step(Path.Node step) {
        Object place = step.getIndex() == null ? step.getKey() : step.getIndex();
        String container = place == null ? "" : "/" + escaped(place.toString());
        // The name of an element of a list is made up by the validator.
        boolean named = step.getName() != null && step.getKind() != ElementKind.CONTAINER_ELEMENT;
        return container + (named ? "/" + escaped(step.getName()) : "");
    }

    /** As RFC 6901 wants it. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The body is the parameter that no annotation of JAX-RS names. */
    private static boolean isBody(
            ConstraintViolation<?> violation, Path.MethodNode method, Path.ParameterNode parameter) {
        Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
        // The bean's class may be a generated one that overrides the method without its annotations.
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            if (isNamedByJaxRs(type, method.getName(), types, parameter.getParameterIndex())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNamedByJaxRs(Class<?> type, String method, Class<?>[] types, int parameter) {
        try {
            return Stream.of(type.getDeclaredMethod(method, types).getParameterAnnotations()[parameter])
                    .map(annotation -> annotation.annotationType().getName())
                    .anyMatch(name -> PARAMETER_ANNOTATIONS.stream().anyMatch(name::startsWith));
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
