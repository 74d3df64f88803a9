// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import il.moked.shared.OneJson;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a scanning program wrote beside a letter: a JSON object or an XML document whose fields or elements are
 * {@code name}, {@code address}, {@code nationalId}, {@code email}, {@code phone}, {@code received} and {@code reference},
 * all of which may be missing. Others are passed over.
 *
 * @param reference barcode of an earlier letter of ours
 */
public record LetterSidecar(String name, String address, String nationalId, String email, String phone, String received, String reference) {
    private static final int LONGEST = 300;

    /** Nobody knows who wrote. */
    public static LetterSidecar none() {
        return of(Map.of());
    }

    /** @return empty when it is neither JSON nor XML */
    public static Optional<LetterSidecar> read(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 64), java.nio.charset.StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        try {
            return Optional.of(of(start.startsWith("<") ? xml(bytes) : json(bytes)));
        } catch (JsonException | XMLStreamException | ClassCastException damaged) {
            return Optional.empty();
        }
    }

    /** Name and address as on an envelope, one line: what an answer is sent to, and how the next letter finds this one. */
    public Optional<String> envelope() {
        if (address == null) {
            return Optional.empty();
        }
        return Optional.of(String.join(LetterGateway.LINES, Stream.of(name, address).filter(part -> part != null).toList()));
    }

    private static LetterSidecar of(Map<String, String> fields) {
        return new LetterSidecar(fields.get("name"), fields.get("address"), fields.get("nationalid"), fields.get("email"), fields.get("phone"), fields.get("received"), fields.get("reference"));
    }

    private static Map<String, String> json(byte[] bytes) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new ByteArrayInputStream(bytes))) {
            JsonObject json = reader.readObject();
            Map<String, String> fields = new HashMap<>();
            json.forEach((name, value) -> put(fields, name, value instanceof JsonString text ? text.getString() : value.toString()));
            return fields;
        }
    }

    /** No document type, no entity from elsewhere. */
    private static Map<String, String> xml(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        Map<String, String> fields = new HashMap<>();
        String element = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> element = reader.getLocalName();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> put(fields, element, reader.getText());
                case XMLStreamConstants.END_ELEMENT -> element = null;
                case XMLStreamConstants.DTD -> throw new XMLStreamException("document type");
                default -> {
                }
            }
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        String clean = value == null ? "" : value.strip().replaceAll("\\s*\\R\\s*", LetterGateway.LINES);
        if (name != null && !clean.isEmpty()) {
            fields.put(name.toLowerCase(Locale.ROOT), clean.substring(0, Math.min(clean.length(), LONGEST)));
        }
    }
}
