// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.stream.Stream;

/** Which rules led to what is done in this transaction: kept with the transaction, so that nobody who acts has to hand it on. */
@ApplicationScoped
class RuleChain {
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    private record Led(List<Long> by) {
    }

    /** The first one first; none when a person or the clock does it. */
    List<Long> now() {
        return transaction.getResource(RuleChain.class) instanceof Led led ? led.by() : List.of();
    }

    void goesOn(List<Long> before, long rule) {
        transaction.putResource(RuleChain.class, new Led(Stream.concat(before.stream(), Stream.of(rule)).toList()));
    }
}
