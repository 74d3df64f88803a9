// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import il.moked.channel.SmsArrival;
import il.moked.channel.SmsPart;
import il.moked.channel.ejb.Reception;
import il.moked.channel.ejb.SmsReception;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/** From the threads of the SMPP library, which the server knows nothing of, to the counters of the inbox. */
final class SmppDoor implements SmppLink.Door {
    private final String account;
    private final Reception reception;
    private final SmsReception texts;
    private final ExecutorService threads;

    SmppDoor(String account, Reception reception, SmsReception texts, ExecutorService threads) {
        this.account = account;
        this.reception = reception;
        this.texts = texts;
        this.threads = threads;
    }

    @Override
    public void message(SmsArrival.Message message, List<String> knownAs) {
        committed(() -> texts.receive(account, message, knownAs));
    }

    @Override
    public void part(SmsPart part) {
        committed(() -> texts.receive(account, part));
    }

    @Override
    public void report(SmsArrival.Report report) {
        committed(() -> reception.receive(account, report.externalId(), report.to(), report.bytes()));
    }

    private void committed(Runnable step) {
        try {
            threads.submit(step).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(serverStops);
        }
    }
}
