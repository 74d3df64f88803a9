// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;

/** The contacts that the benchmark's senders hand in: 25,000 people, of whom 20,000 are customers, as when the peers were measured. */
final class Contacts {
    static final String PATH = "/moked/api/v1/contacts";
    static final int SENDERS = 25_000;
    static final int KNOWN = 20_000;

    private Contacts() {
    }

    static String headers() {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString("crm:moked-demo-2026".getBytes(StandardCharsets.UTF_8)) + "\r\nAccept-Language: en\r\n";
    }

    /** @param run tells the ids of one run from those of another */
    static String body(String run, long number) {
        SplittableRandom random = new SplittableRandom(number);
        int who = random.nextInt(SENDERS);
        boolean hebrew = random.nextInt(4) != 0;
        return "{\"account\":\"form\",\"externalId\":\"" + run + "-" + number + "\",\"sender\":{\"name\":\"" + Corpus.person(who) + "\",\"email\":\"" + Corpus.email(who) + "\"},\"subject\":\"" + Corpus.sentence(random, hebrew, 6)
                + "\",\"text\":\"" + Corpus.sentence(random, hebrew, 80) + "\",\"language\":\"" + (hebrew ? "he" : "en") + "\"}";
    }
}
