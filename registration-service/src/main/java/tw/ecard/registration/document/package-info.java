/**
 * 附件: the papers of an application. What may be sent in, how it is kept and given back; when the papers make an
 * application complete is decided by the application.
 */
package tw.ecard.registration.document;
