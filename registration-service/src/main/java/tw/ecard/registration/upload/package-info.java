/**
 * Files on their way in and out of a request. The parts of a multipart request lie in a private directory while the
 * request runs: the one place in which uploaded bytes are plain. What is done with a file is decided elsewhere.
 */
package tw.ecard.registration.upload;
