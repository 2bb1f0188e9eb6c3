package tw.ecard.queue;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Listens to the statements that Hibernate makes of queries and entities. */
@Singleton
@PersistenceUnitExtension
public class SpokenSql implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private final Set<String> heard = Collections.newSetFromMap(new ConcurrentHashMap<>());

    @Override
    public String inspect(String statement) {
        heard.add(statement);
        return statement;
    }

    /** Forgets what was said before. */
    public void listen() {
        heard.clear();
    }

    /** Every statement since then, once. */
    public Set<String> heard() {
        return new LinkedHashSet<>(heard);
    }
}
