/**
 * Where the parts of a multipart request lie while the request runs: the one place in which uploaded bytes are plain.
 * What is done with a file is decided elsewhere.
 */
package tw.ecard.registration.upload;
