/** The two packaged services as child processes, configured by environment variables only, as in production. */
package tw.ecard.localstack.service;
