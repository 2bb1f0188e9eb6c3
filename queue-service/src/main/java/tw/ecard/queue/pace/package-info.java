/**
 * How much a lane gets done, and what that lets a waiting case expect. Told to registration-service, which works out the
 * date of each application by itself. Knows no mails.
 */
package tw.ecard.queue.pace;
