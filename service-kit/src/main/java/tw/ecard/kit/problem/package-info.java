/**
 * What a caller is told when a call is refused: RFC 9457 problems with a stable type, in zh-TW or English. Services
 * say what they refuse as {@link tw.ecard.kit.problem.Refusal}s; how that becomes HTTP is decided here alone.
 */
package tw.ecard.kit.problem;
