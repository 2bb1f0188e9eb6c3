package tw.ecard.kit.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer JSON pointer into the body, or the name of the parameter
 * @param message what to do about it; a refusal gives the key of the text in the bundle {@code problems}
 */
public record FieldError(String pointer, String message) {}
