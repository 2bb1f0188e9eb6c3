package tw.ecard.benchmarks.peer;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hibernate.cfg.Configuration;

/**
 * As one writes it without much ado: POI's workbook, an entity with an id of a sequence for each row, and Hibernate
 * with batches of 1,000.
 */
public final class StraightforwardPeer implements Peer {

    private static final int BATCH = 1_000;

    private final EntityManagerFactory factory;
    private final LocalDate today;
    private final String key;

    public StraightforwardPeer(String jdbcUrl, String user, LocalDate today, String key) {
        this.factory = new Configuration()
                .addAnnotatedClass(StoredReader.class)
                .addAnnotatedClass(StoredPerson.class)
                .setProperty("jakarta.persistence.jdbc.url", jdbcUrl)
                .setProperty("jakarta.persistence.jdbc.user", user)
                .setProperty("jakarta.persistence.jdbc.password", "")
                .setProperty("hibernate.default_schema", "straightforward")
                .setProperty("hibernate.jdbc.batch_size", Integer.toString(BATCH))
                .setProperty("hibernate.order_inserts", "true")
                .buildSessionFactory();
        this.today = today;
        this.key = key;
    }

    @Override
    public String name() {
        return "straightforward";
    }

    @Override
    public String made() {
        return "POI's workbook, Hibernate with sequence ids and batches of 1,000";
    }

    @Override
    public String tables() {
        return """
                CREATE SEQUENCE straightforward.reader_id INCREMENT 1000;
                CREATE TABLE straightforward.reader (
                    id        bigint  PRIMARY KEY,
                    roster_id uuid    NOT NULL,
                    sheet_row integer NOT NULL,
                    ordinal   integer NOT NULL,
                    sealed    bytea   NOT NULL,
                    UNIQUE (roster_id, sheet_row)
                );
                CREATE TABLE straightforward.known_person (LIKE public.known_person INCLUDING ALL);
                """;
    }

    @Override
    public void store(Path xlsx, UUID roster) throws IOException, InvalidFormatException {
        PeerRows rows = new PeerRows(roster, today, key);
        DataFormatter formatter = new DataFormatter();
        try (XSSFWorkbook workbook = new XSSFWorkbook(OPCPackage.open(xlsx.toFile(), PackageAccess.READ));
                EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            for (Row row : workbook.getSheetAt(0)) {
                List<String> texts = texts(row, formatter);
                if (row.getRowNum() == 0) {
                    rows.header(texts);
                    continue;
                }
                PeerRow stored = rows.row(row.getRowNum() + 1, texts);
                entities.persist(new StoredReader(roster, stored));
                entities.persist(new StoredPerson(roster, stored));
                if (stored.ordinal() % BATCH == 0) {
                    entities.flush();
                    entities.clear();
                }
            }
            entities.getTransaction().commit();
        }
    }

    private static List<String> texts(Row row, DataFormatter formatter) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < row.getLastCellNum(); column++) {
            texts.add(formatter.formatCellValue(row.getCell(column)));
        }
        return texts;
    }

    @Override
    public void close() {
        factory.close();
    }
}
