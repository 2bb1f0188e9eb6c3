package tw.ecard.systemtests.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the system with the first class that asks for it and stops it after the last, or when the run is broken off. */
class SharedEcard implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Ecard.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Holder holder = context.getRoot()
                .getStore(Namespace.create(SharedEcard.class))
                .computeIfAbsent(Holder.class, key -> new Holder(), Holder.class);
        return holder.ecard;
    }

    /** Closed by JUnit with the whole run. */
    static final class Holder implements AutoCloseable {

        private final Ecard ecard = Ecard.start();

        Holder() {
            Runtime.getRuntime().addShutdownHook(new Thread(ecard::close, "closing-ecard"));
        }

        @Override
        public void close() {
            ecard.close();
        }
    }
}
