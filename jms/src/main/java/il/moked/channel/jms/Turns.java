// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Lets a few work for one account at a time. Who comes when all turns are taken leaves his task and goes; whoever has a turn takes the
 * tasks that were left one after the other, so that the others serve other accounts meanwhile.
 */
public final class Turns {
    /** Tasks left for one account; what comes beyond is brought again by a sweep. */
    static final int MOST_LEFT = 1_000;

    private final int most;
    private final Map<Long, Account> accounts = new HashMap<>();

    private static final class Account {
        private int taken;
        private final LinkedHashSet<Long> left = new LinkedHashSet<>();
    }

    /** @param most turns of one account at a time, at least 1 */
    public Turns(int most) {
        this.most = most;
    }

    /** @return whether the caller has a turn now, to be followed by {@link #next} until that is empty; else the task is left for who has */
    public synchronized boolean take(long accountId, long task) {
        Account account = accounts.computeIfAbsent(accountId, fresh -> new Account());
        if (account.taken < most) {
            account.taken++;
            return true;
        }
        if (account.left.size() < MOST_LEFT) {
            account.left.add(task);
        }
        return false;
    }

    /** The next task of the caller's turn; empty when there is none, and the turn is over. */
    public synchronized OptionalLong next(long accountId) {
        Account account = accounts.get(accountId);
        if (account.left.isEmpty()) {
            account.taken--;
            if (account.taken == 0) {
                accounts.remove(accountId);
            }
            return OptionalLong.empty();
        }
        var first = account.left.iterator();
        long task = first.next();
        first.remove();
        return OptionalLong.of(task);
    }

    /** How many turns of an account are free now. */
    public synchronized int free(long accountId) {
        Account account = accounts.get(accountId);
        return account == null ? most : most - account.taken;
    }
}
