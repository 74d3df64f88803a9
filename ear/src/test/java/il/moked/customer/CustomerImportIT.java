// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.customer.CustomerImport.OfAlike;
import il.moked.customer.CustomerImport.State;
import il.moked.customer.CustomerImport.Tally;
import il.moked.customer.CustomerImports.AlikeLine;
import il.moked.customer.CustomerImports.Place;
import il.moked.customer.ejb.CustomerExporting;
import il.moked.customer.ejb.CustomerImporting;
import il.moked.customer.ejb.CustomerImporting.Progress;
import il.moked.interaction.AsSystem;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvLine;
import il.moked.shared.EncodingGuess;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of customers: checked line by line, brought in once however often they come, taken out and unchanged when they come back. */
@ArquillianTest
public class CustomerImportIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int MANY = 2_500;
    private static final int[] WEIGHTS = {1, 2, 1, 2, 1, 2, 1, 2};

    @Inject
    CustomerImporting importing;
    @Inject
    CustomerExporting exporting;
    @Inject
    AsSystem system;
    @Inject
    Customers customers;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String source = "it-" + mark;

    @BeforeEach
    void inOneThread() {
        Awaitility.pollInSameThread();
    }

    private long handIn(String file) throws Exception {
        return handIn(file.getBytes(StandardCharsets.UTF_8));
    }

    private long handIn(byte[] file) throws Exception {
        return As.user("admin", () -> importing.handIn(source, "customers.csv", new ByteArrayInputStream(file)));
    }

    private Progress settled(long id) throws Exception {
        return As.user("admin", () -> await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> importing.of(id), progress -> !progress.running()));
    }

    private Progress checked(String file) throws Exception {
        return settled(handIn(file));
    }

    private Progress bringIn(long id, boolean goodLines, OfAlike alike) throws Exception {
        As.run("admin", () -> importing.bringIn(id, goodLines, alike));
        return settled(id);
    }

    private List<String> faults(Progress file) throws Exception {
        return As.user("admin", () -> importing.faults(file.id(), Place.FIRST, 1000)).rows().stream().map(fault -> fault.line() + " " + fault.column() + " " + fault.code()).toList();
    }

    private long known(String reference) {
        return system.inTransaction(() -> ((Number) entities.createNativeQuery("select count(*) from external_customer where source = ?1 and external_id = ?2").setParameter(1, source).setParameter(2, reference).getSingleResult()).longValue());
    }

    private Customer customer(String reference) {
        return system.inTransaction(() -> {
            Customer found = customers.get(((Number) entities.createNativeQuery("select customer_id from external_customer where source = ?1 and external_id = ?2").setParameter(1, source).setParameter(2, reference).getSingleResult()).longValue());
            found.contactPoints().size();
            found.identifiers().size();
            return found;
        });
    }

    /** Of letters, another for each number. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + 7_000; rest > 0; rest /= 21) {
            word.append("bdfgklmnprstvzhcjqwyx".charAt(rest % 21)).append("aeiou".charAt((rest / 21 + number) % 5));
        }
        return word.substring(0, 1).toUpperCase() + word.substring(1);
    }

    private static String nationalId(int number) {
        String digits = "%08d".formatted(number);
        int sum = IntStream.range(0, 8).map(at -> (digits.charAt(at) - '0') * WEIGHTS[at]).map(product -> product / 10 + product % 10).sum();
        return digits + (10 - sum % 10) % 10;
    }

    @Test
    void nothingIsKeptBeforeSomebodyDecidesAndThenALineIsWholeOrNotAtAll() throws Exception {
        String file = "kind;reference;firstName;lastName;phones;emails;segment;birthDate\r\n"
                + "PERSON;A;\"רות\nמרים\";כהן " + mark + ";052-111-2233|04-812-3456;ruth-" + mark + "@example.com;VIP;7.3.1985\r\n"
                + "PERSON;B;דוד;;12;wrong;GOLD;2999-01-01\r\n"
                + "PERSON;A;שרה;לוי;;;;\r\n"
                + "COMPANY;C;דוד;לוי;;;;\r\n";
        Progress checked = checked(file);
        assertThat(checked.state()).isEqualTo(State.CHECKED);
        assertThat(checked.checked()).isEqualTo(new Tally(4, 1, 0, 0, 0, 3));
        assertThat(faults(checked)).containsExactlyInAnyOrder("4 lastName shared.required", "4 phones customer.import-phone", "4 emails customer.import-email", "4 segment customer.import-segment", "4 birthDate customer.birth-date",
                "5 reference customer.import-twice", "6 firstName customer.field-of-other-kind", "6 lastName customer.field-of-other-kind", "6 name shared.required");
        assertThat(known("A")).isZero();
        assertThatThrownBy(() -> bringIn(checked.id(), false, OfAlike.REGISTER)).isInstanceOf(BusinessException.class).hasMessage("customer.import-wrong");
        Progress done = bringIn(checked.id(), true, OfAlike.REGISTER);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.done()).isEqualTo(new Tally(4, 1, 0, 0, 0, 3));
        Customer ruth = customer("A");
        assertThat(ruth.displayName()).isEqualTo("רות מרים כהן " + mark);
        assertThat(ruth.segment()).isEqualTo(Segment.VIP);
        assertThat(ruth.contactPoints()).extracting(ContactPoint::address).containsExactly("+972521112233", "+97248123456", "ruth-" + mark + "@example.com");
        assertThat(known("B")).isZero();
        assertThat(known("C")).isZero();
        assertThatThrownBy(() -> bringIn(checked.id(), true, OfAlike.REGISTER)).hasMessage("customer.import-decided");
    }

    @Test
    void theSameFileAgainDoublesNobodyAndOnlyWhatIsOtherIsChanged() throws Exception {
        int number = Math.abs(mark.hashCode() % 90_000_000) + 1;
        String heading = "kind,reference,firstName,lastName,nationalId,documents,phones,city,promotionAllowed,consentWording\n";
        String file = heading + "PERSON,A,Noa,Levi" + word(number) + "," + nationalId(number) + ",FR X" + mark.toUpperCase() + ",0521234567,Haifa,SMS,yes please\n" + "PERSON,,Guy," + word(number / 7) + word(number % 1000) + ",,,,Tel Aviv,,\n";
        Progress first = checked(file);
        assertThat(first.checked().fresh()).isEqualTo(2);
        assertThat(bringIn(first.id(), false, OfAlike.REGISTER).done().fresh()).isEqualTo(2);
        Progress again = checked(file);
        assertThat(again.checked()).isEqualTo(new Tally(2, 0, 0, 2, 0, 0));
        assertThat(bringIn(again.id(), false, OfAlike.REGISTER).done()).isEqualTo(new Tally(2, 0, 0, 2, 0, 0));
        int version = customer("A").version();

        Progress other = checked(heading + "PERSON,,Noa,Levi" + word(number) + "," + nationalId(number) + ",,054-9876543,,SMS EMAIL,\n");
        assertThat(faults(other)).containsExactly("2 consentWording customer.import-wording");
        other = checked(heading + "PERSON,,Noa,Levi" + word(number) + "," + nationalId(number) + ",,054-9876543,,SMS EMAIL,again yes\n");
        assertThat(other.checked()).isEqualTo(new Tally(1, 0, 1, 0, 0, 0));
        bringIn(other.id(), false, OfAlike.LEAVE_OUT);
        Customer noa = customer("A");
        assertThat(noa.version()).isGreaterThan(version);
        assertThat(noa.contactPoints()).extracting(ContactPoint::address).containsExactly("+972521234567", "+972549876543");
        assertThat(noa.address().city()).isEqualTo("Haifa");
        long words = system.inTransaction(() -> entities.createQuery("select count(c) from Consent c where c.customerId = :id", Long.class).setParameter("id", noa.id()).getSingleResult());
        assertThat(words).isEqualTo(2);
        assertThat(faults(checked(heading + "COMPANY,A,,,,,,,,\n"))).contains("2 name shared.required");
    }

    @Test
    void whoMayBeKnownIsToldWithWhatSpeaksForItAndLeftOutOrPaired() throws Exception {
        String heading = "kind,reference,firstName,lastName,birthDate,phones,emails\n";
        String family = word(Math.abs(mark.hashCode() % 100_000));
        Progress first = checked(heading + "PERSON,A,Yael," + family + ",1979-11-02,0533334444,yael-" + mark + "@example.com\n");
        bringIn(first.id(), false, OfAlike.REGISTER);
        String twins = heading + "PERSON,B,יעל," + family + ",1979-11-02,0533334444,yael-" + mark + "@example.com\n" + "PERSON,C,Yael," + family + ",2.11.1979,053-333-4444,\n";
        Progress checked = checked(twins);
        assertThat(checked.checked()).isEqualTo(new Tally(2, 2, 0, 0, 2, 0));
        List<AlikeLine> alike = As.user("admin", () -> importing.alike(checked.id(), Place.FIRST, 100)).rows();
        assertThat(alike).filteredOn(one -> one.line() == 2).extracting(AlikeLine::customerId).containsExactly(customer("A").id());
        assertThat(alike).filteredOn(one -> one.line() == 2).flatExtracting(AlikeLine::evidence).extracting(Evidence::subject).contains(Evidence.Subject.PHONE, Evidence.Subject.BIRTH_DATE);
        assertThat(alike).filteredOn(one -> one.line() == 3).extracting(AlikeLine::otherLine).contains(2);
        Progress left = bringIn(checked.id(), false, OfAlike.LEAVE_OUT);
        assertThat(left.done()).isEqualTo(new Tally(2, 0, 0, 0, 2, 0));
        assertThat(known("B")).isZero();
        Progress paired = bringIn(checked(twins).id(), false, OfAlike.REGISTER);
        assertThat(paired.done().fresh()).isEqualTo(2);
        long pairs = system.inTransaction(() -> entities.createQuery("select count(p) from DuplicatePair p where p.state = il.moked.customer.DuplicatePair$State.OPEN and (p.one.id = :id or p.other.id = :id)", Long.class).setParameter("id", customer("B").id()).getSingleResult());
        assertThat(pairs).isEqualTo(2);
    }

    @Test
    void whatIsBrokenIsToldWhereItIs() throws Exception {
        Progress quotes = checked("kind,name\nCOMPANY,Fine " + mark + "\nCOMPANY,\"never closed\nCOMPANY,Alon\n");
        assertThat(quotes.state()).isEqualTo(State.REFUSED);
        assertThat(faults(quotes)).containsExactly("3 null shared.csv-quote-open");
        assertThatThrownBy(() -> bringIn(quotes.id(), true, OfAlike.REGISTER)).hasMessage("customer.import-decided");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(("kind,reference,name\nCOMPANY,A,חברה טובה " + mark + "\nCOMPANY,B,").getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE9);
        bytes.write(("\nCOMPANY,C,עוד אחת " + mark + "\n").getBytes(StandardCharsets.UTF_8));
        Progress broken = settled(handIn(bytes.toByteArray()));
        assertThat(broken.encoding()).isEqualTo("UTF-8");
        assertThat(faults(broken)).containsExactly("3 name shared.csv-bytes");
        assertThat(broken.checked().fresh()).isEqualTo(2);
        Progress older = settled(handIn(("kind,reference,name\nCOMPANY,D,מכולת " + mark + "\n").getBytes(EncodingGuess.HEBREW)));
        assertThat(older.encoding()).isEqualTo("windows-1255");
        bringIn(older.id(), false, OfAlike.REGISTER);
        assertThat(customer("D").displayName()).isEqualTo("מכולת " + mark);
        assertThat(faults(checked("knid,name\nCOMPANY,A\n"))).contains("1 knid shared.field-unknown", "1 kind shared.field-missing");
        As.run("admin", () -> importing.stop(broken.id()));
        assertThat(settled(broken.id()).state()).isEqualTo(State.DROPPED);
    }

    @Test
    void manyLinesComeInAreTakenOutAndChangeNothingWhenTheyComeBack() throws Exception {
        int salt = Math.abs(mark.hashCode() % 1_000_000);
        String file = "kind,reference,firstName,lastName,phones,city\n" + IntStream.range(0, MANY)
                .mapToObj(line -> "PERSON," + line + "," + word(line * 17 + salt) + "," + word(line * 31 + salt * 3) + ",05%08d,".formatted((line * 7919L + salt * 13L) % 100_000_000) + word(line)).collect(Collectors.joining("\n"));
        Progress checked = checked(file);
        assertThat(checked.checked().lines()).isEqualTo(MANY);
        assertThat(checked.checked().fresh()).isEqualTo(MANY);
        Progress done = bringIn(checked.id(), false, OfAlike.REGISTER);
        assertThat(done.done().fresh()).isEqualTo(MANY);
        assertThat(checked(file).checked().same()).isEqualTo(MANY);

        StringBuilder taken = new StringBuilder(CsvLine.of(CustomerSheet.columns()));
        As.run("admin", () -> {
            long from = customer("0").id() - 1;
            CustomerRows.Rows rows = exporting.page(null, null, from);
            rows.lines().forEach(line -> taken.append(CsvLine.of(line)));
            rows = exporting.page(Customer.Kind.PERSON, Segment.PRIVATE, rows.last());
            rows.lines().forEach(line -> taken.append(CsvLine.of(line)));
        });
        Progress back = checked(taken.toString());
        assertThat(back.checked()).isEqualTo(new Tally(1000, 0, 0, 1000, 0, 0));
    }

    @Test
    void agentsNeitherBringInNorTakeOut() {
        assertThatThrownBy(() -> As.user("dana", () -> importing.latest())).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> As.user("dana", () -> exporting.page(null, null, 0))).isInstanceOf(EJBAccessException.class);
    }
}
