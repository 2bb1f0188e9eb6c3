/** Conventions that every resource shares: revisions in ETag and If-Match, pages with cursors. */
package tw.ecard.kit.http;
