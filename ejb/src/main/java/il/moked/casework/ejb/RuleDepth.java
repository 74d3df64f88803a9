// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** How many rules led to what is done in this transaction: kept with the transaction, so that nobody who acts has to hand it on. */
@ApplicationScoped
class RuleDepth {
    /** Rules that call each other end here. */
    static final int DEEPEST = 3;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /** 0 when a person or the clock does it. */
    int now() {
        return transaction.getResource(RuleDepth.class) instanceof Integer depth ? depth : 0;
    }

    void is(int depth) {
        transaction.putResource(RuleDepth.class, depth);
    }
}
