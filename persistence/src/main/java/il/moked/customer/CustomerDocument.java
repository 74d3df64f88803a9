// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;

/** A customer in the index: his {@link CustomerKeys} as plain terms. A new one is one document, a change of his name or of a way to reach him another. */
public final class CustomerDocument implements TypeBinder {
    static final String INDEX = "customer";
    static final String NUMBER = "number";
    static final String PLACE = "place";
    static final String DIGEST = "digest";
    static final String WORDS = "words";
    static final String ENDS = "ends";
    static final String LOOSE = "loose";
    static final String NUMBER_GRAMS = "numberGrams";
    static final String ADDRESSES = "addresses";
    static final String ADDRESS_GRAMS = "addressGrams";
    static final String DOMAINS = "domains";

    @Override
    public void bind(TypeBindingContext context) {
        context.dependencies().use("kind").use("displayName").use("contactPoints.kind").use("contactPoints.address").use("contactPoints.removedAt");
        context.bridge(Customer.class, new Bridge(context.indexSchemaElement()));
    }

    private static final class Bridge implements TypeBridge<Customer> {
        private final IndexFieldReference<Long> number;
        private final IndexFieldReference<Long> place;
        private final IndexFieldReference<String> digest;
        private final IndexFieldReference<String> words;
        private final IndexFieldReference<String> ends;
        private final IndexFieldReference<String> loose;
        private final IndexFieldReference<String> numberGrams;
        private final IndexFieldReference<String> addresses;
        private final IndexFieldReference<String> addressGrams;
        private final IndexFieldReference<String> domains;

        Bridge(IndexSchemaElement schema) {
            number = schema.field(NUMBER, field -> field.asLong()).toReference();
            place = schema.field(PLACE, field -> field.asLong().sortable(Sortable.YES).projectable(Projectable.YES)).toReference();
            digest = schema.field(DIGEST, field -> field.asString().projectable(Projectable.YES)).toReference();
            words = terms(schema, WORDS);
            ends = terms(schema, ENDS);
            loose = terms(schema, LOOSE);
            numberGrams = terms(schema, NUMBER_GRAMS);
            addresses = terms(schema, ADDRESSES);
            addressGrams = terms(schema, ADDRESS_GRAMS);
            domains = terms(schema, DOMAINS);
        }

        private static IndexFieldReference<String> terms(IndexSchemaElement schema, String name) {
            return schema.field(name, field -> field.asString()).multiValued().toReference();
        }

        @Override
        public void write(DocumentElement document, Customer customer, TypeBridgeWriteContext context) {
            CustomerKeys keys = CustomerKeys.of(customer);
            document.addValue(number, keys.id());
            document.addValue(place, keys.place());
            document.addValue(digest, keys.digest());
            keys.words().forEach(word -> document.addValue(words, word));
            keys.ends().forEach(end -> document.addValue(ends, end));
            keys.loose().forEach(sound -> document.addValue(loose, sound));
            keys.numberGrams().forEach(gram -> document.addValue(numberGrams, gram));
            keys.addresses().forEach(address -> document.addValue(addresses, address));
            keys.addressGrams().forEach(gram -> document.addValue(addressGrams, gram));
            keys.domains().forEach(domain -> document.addValue(domains, domain));
        }
    }
}
