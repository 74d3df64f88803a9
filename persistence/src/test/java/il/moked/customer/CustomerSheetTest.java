// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.channel.Channel;
import il.moked.shared.CsvTable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerSheetTest {
    private final List<CustomerLine> lines = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private void read(String file) {
        CustomerSheet sheet = new CustomerSheet("old-crm", LocalDate.of(2026, 5, 14));
        CsvTable.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8, CustomerSheet.HEADING, CsvTable.MOST_LINES, row -> lines.add(sheet.line(row)),
                one -> wrong.add(one.line() + " " + one.column() + " " + one.why().code()));
    }

    @Test
    void aLineHoldsAllThatIsKnownOfAPerson() {
        read("kind,reference,firstName,lastName,nationalId,birthDate,documents,segment,phones,emails,promotionAllowed,promotionForbidden,consentWording,consentDate\n"
                + "person,17,רות,כהן,123456782,7.3.1985,FR 12ab-34567|DE C01X,vip,\"052-345-6789\n04 812 3456\",Ruth@Example.com|ruth@example.com,sms EMAIL,PHONE,כן,1.2.2026\n");
        assertThat(wrong).isEmpty();
        CustomerLine line = lines.get(0);
        assertThat(line.number()).isEqualTo(2);
        assertThat(line.name()).isEqualTo(new ExternalCustomers.Name("old-crm", "17"));
        assertThat(line.particulars().nationalId().digits()).isEqualTo("123456782");
        assertThat(line.particulars().birthDate()).isEqualTo(LocalDate.of(1985, 3, 7));
        assertThat(line.documents()).extracting(Identifier.Value::number).containsExactly("12AB34567", "C01X");
        assertThat(line.segment()).isEqualTo(Segment.VIP);
        assertThat(line.contactPoints()).extracting(ContactPoint.Written::address).containsExactly("+972523456789", "+97248123456", "ruth@example.com");
        assertThat(line.said()).isEqualTo(Map.of(new CustomerLine.Said(Consent.Purpose.PROMOTION, Channel.SMS), true, new CustomerLine.Said(Consent.Purpose.PROMOTION, Channel.EMAIL), true, new CustomerLine.Said(Consent.Purpose.PROMOTION, Channel.PHONE), false));
        assertThat(line.nameless()).isFalse();
    }

    @Test
    void everyColumnThatIsWrongIsToldAtOnce() {
        read("kind,firstName,lastName,nationalId,phones,emails,language,segment,customer,source,documents,serviceAllowed,serviceForbidden,birthDate,name\n"
                + "PERSON,,Cohen,123456789,12|052-345-6789,ruth.example.com,fr,GOLD,x,Old CRM,Nowhere 1,FORM EMAIL,EMAIL,2027-01-01,Alon Ltd\n"
                + "GUEST,a,b,,,,,,,,,,,,\n");
        assertThat(wrong).containsExactlyInAnyOrder("2 firstName shared.required", "2 nationalId shared.national-id", "2 phones customer.import-phone", "2 emails customer.import-email", "2 language shared.language", "2 segment customer.import-segment",
                "2 customer customer.import-number", "2 source customer.import-source", "2 documents customer.import-document", "2 serviceAllowed customer.import-channel", "2 serviceForbidden customer.import-both", "2 birthDate customer.birth-date",
                "2 name customer.field-of-other-kind", "3 kind customer.import-kind");
        assertThat(lines).isEmpty();
    }

    @Test
    void noTwoLinesNameTheSame() {
        read("kind,reference,name,companyNumber\nCOMPANY,1,A,514000009\nCOMPANY,1,B,\nCOMPANY,2,C,514000009\nCOMPANY,,D,\nCOMPANY,,D,\nCOMPANY,," + "x".repeat(121) + ",\n");
        assertThat(lines).extracting(CustomerLine::number).containsExactly(2, 5);
        assertThat(wrong).containsExactly("3 reference customer.import-twice", "4 companyNumber customer.import-twice", "6 kind customer.import-line-twice", "7 name shared.too-long");
    }

    @Test
    void theKeyOfALineIsOfItsContentWhateverTheOrderOfItsColumns() {
        read("kind,name,city\nCOMPANY,Alon,Haifa\n");
        read("customer,city,name,kind\n7,Haifa,Alon,COMPANY\n");
        assertThat(lines.get(0).key()).isEqualTo(lines.get(1).key());
    }

    @Test
    void aLineIsComparedWithThoseAboveIt() {
        read("kind,reference,firstName,lastName,birthDate,phones\nPERSON,1,רות,כהן,1985-03-07,0523456789\nPERSON,2,אבי,לוי,1970-01-01,0541112233\nPERSON,3,Ruth,Cohen,1985-03-07,0523456789\n");
        AlikeLines above = new AlikeLines(new MatchingPolicy(18, 9));
        assertThat(above.next(lines.get(0))).isEmpty();
        assertThat(above.next(lines.get(1))).isEmpty();
        assertThat(above.next(lines.get(2))).extracting(AlikeLines.Alike::line).containsExactly(2);
    }
}
