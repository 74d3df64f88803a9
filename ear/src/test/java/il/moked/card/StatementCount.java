// SPDX-License-Identifier: Apache-2.0
package il.moked.card;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** How many statements the persistence provider prepares in one transaction; what goes on elsewhere in the server is not counted. */
final class StatementCount {
    private static final String LISTENER = "org.hibernate.SessionEventListener";

    private final AtomicInteger prepared = new AtomicInteger();

    /** @param entities of the transaction that is counted from now on; the provider's classes are not on the way of a test's compiler */
    StatementCount(EntityManager entities) {
        Object session = entities.getDelegate();
        try {
            Class<?> listener = Class.forName(LISTENER, true, session.getClass().getClassLoader());
            Object listeners = Array.newInstance(listener, 1);
            Array.set(listeners, 0, Proxy.newProxyInstance(listener.getClassLoader(), new Class<?>[] {listener}, (proxy, method, arguments) -> {
                if (method.getName().equals("jdbcPrepareStatementStart")) {
                    prepared.incrementAndGet();
                }
                return null;
            }));
            Class.forName("org.hibernate.Session", true, session.getClass().getClassLoader()).getMethod("addEventListeners", listeners.getClass()).invoke(session, listeners);
        } catch (ReflectiveOperationException other) {
            throw new AssertionError("the persistence provider is another one", other);
        }
    }

    int prepared() {
        return prepared.get();
    }
}
