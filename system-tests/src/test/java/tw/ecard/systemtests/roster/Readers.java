package tw.ecard.systemtests.roster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import tw.ecard.localstack.demo.People;
import tw.ecard.localstack.demo.Person;
import tw.ecard.systemtests.stack.Ecard;

/** The people of a roster; nobody is in two of them. */
public final class Readers {

    private static final String WRONG_CATEGORY = "家長";
    private static final Set<String> GIVEN_OUT = new HashSet<>();

    private Readers() {}

    public static List<Person> ofSchool(int count) {
        return others(count, wanted -> People.ofSchool(Ecard.unique(), wanted));
    }

    public static List<Person> ofAgency(int count) {
        return others(count, wanted -> People.ofAgency(Ecard.unique(), wanted));
    }

    /** Made by chance, some of a hundred thousand people are among those of the tests before: others take their place. */
    private static synchronized List<Person> others(int count, IntFunction<List<Person>> people) {
        List<Person> others = new ArrayList<>();
        while (others.size() < count) {
            people.apply(count - others.size()).stream()
                    .filter(person -> GIVEN_OUT.add(person.nationalId()))
                    .forEach(others::add);
        }
        return others;
    }

    /** The same people as a hasty contact writes them: the first one's ID mistyped, the third one a parent. */
    public static List<Person> withTwoErrors(List<Person> people) {
        List<Person> hasty = new ArrayList<>(people);
        hasty.set(0, withNationalId(people.get(0), mistyped(people.get(0).nationalId())));
        hasty.set(2, withCategory(people.get(2), WRONG_CATEGORY));
        return hasty;
    }

    /** Another last digit, as a slip of the finger makes it. */
    public static String mistyped(String nationalId) {
        int last = nationalId.charAt(9) - '0';
        return nationalId.substring(0, 9) + (last + 1) % 10;
    }

    private static Person withNationalId(Person person, String nationalId) {
        return copy(person, nationalId, person.category());
    }

    private static Person withCategory(Person person, String category) {
        return copy(person, person.nationalId(), category);
    }

    private static Person copy(Person person, String nationalId, String category) {
        return new Person(
                person.name(),
                nationalId,
                person.birthDate(),
                person.sex(),
                category,
                person.unit(),
                person.number(),
                person.phone(),
                person.mobile(),
                person.email(),
                person.postcode(),
                person.address());
    }
}
