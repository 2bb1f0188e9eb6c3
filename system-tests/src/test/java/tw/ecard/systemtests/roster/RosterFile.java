package tw.ecard.systemtests.roster;

import java.util.List;
import tw.ecard.localstack.demo.Person;
import tw.ecard.localstack.demo.RosterFiles;

/** A reader-data file as a contact sends it. */
public record RosterFile(String name, byte[] content) {

    public static RosterFile xlsx(List<Person> people) {
        return new RosterFile("讀者資料檔.xlsx", RosterFiles.xlsx(people));
    }

    public static RosterFile ods(List<Person> people) {
        return new RosterFile("讀者資料檔.ods", RosterFiles.ods(people));
    }
}
