// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.Exchanging.Lasting;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes down what an exchange told, in order, beside the thread that reads: an exchange whose lines are not read throws us out.
 * While the database is away it waits; what finds no more room then is lost, and the log says so.
 */
final class Notebook implements Runnable {
    private static final int ROOM = 20_000;
    private static final long AGAIN_MILLIS = 1_000;

    /** Where it is kept. */
    interface Door {
        void tell(CallEvent event);

        List<Lasting> lasting();
    }

    private final String account;
    private final Door door;
    private final LinkedBlockingQueue<Runnable> pages = new LinkedBlockingQueue<>(ROOM);
    private final CountDownLatch stop = new CountDownLatch(1);

    Notebook(String account, Door door) {
        this.account = account;
        this.door = door;
    }

    void write(CallEvent event) {
        add(() -> door.tell(event));
    }

    /** @param step gets the calls that last, after all that was told before is kept @return whether it will */
    boolean compare(Consumer<List<Lasting>> step) {
        return add(() -> step.accept(door.lasting()));
    }

    private boolean add(Runnable page) {
        boolean room = pages.offer(page);
        if (!room) {
            MessagingLog.LOG.callEventLost(account, "too many wait");
        }
        return room;
    }

    void stop() {
        stop.countDown();
        pages.offer(() -> { });
    }

    @Override
    public void run() {
        try {
            while (stop.getCount() > 0) {
                Runnable page = pages.poll(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                if (page != null) {
                    keep(page);
                }
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
        for (Runnable page = pages.poll(); page != null; page = pages.poll()) {
            tried(page);
        }
    }

    private void keep(Runnable page) throws InterruptedException {
        while (!tried(page)) {
            MessagingLog.LOG.databaseAway("telephony");
            if (stop.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** @return false when it is worth another try */
    private boolean tried(Runnable page) {
        try {
            page.run();
        } catch (RuntimeException failure) {
            if (DatabaseOutage.caused(failure)) {
                return false;
            }
            MessagingLog.LOG.callEventLost(account, failure.getClass().getSimpleName());
        }
        return true;
    }
}
