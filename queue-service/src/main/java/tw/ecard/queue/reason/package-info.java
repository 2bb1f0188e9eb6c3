/**
 * Why a case goes back to its applicant: a catalogue of codes with the text that mails show, and what each asks for.
 * Events carry the codes; what staff write beside them stays in this service.
 */
package tw.ecard.queue.reason;
