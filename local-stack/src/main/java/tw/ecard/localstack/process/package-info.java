/** Child processes: how one is started, watched, stopped, killed, and found again after its parent was killed. */
package tw.ecard.localstack.process;
