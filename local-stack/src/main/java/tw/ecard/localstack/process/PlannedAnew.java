package tw.ecard.localstack.process;

/** A part whose child process is planned anew at each start, because its settings may have changed since the last one. */
public abstract class PlannedAnew implements Part {

    private ChildProcess process;

    /** Starts a process by the plan. The lock is not held meanwhile: a part that is still starting can be ended. */
    protected final void start(ChildProcess.Plan plan) {
        ChildProcess planned = new ChildProcess(plan);
        synchronized (this) {
            process = planned;
        }
        planned.start();
    }

    @Override
    public final synchronized void stop() {
        if (process != null) {
            process.stop();
        }
    }

    @Override
    public final synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return process != null && process.isRunning();
    }
}
