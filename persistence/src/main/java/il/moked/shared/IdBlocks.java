// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** Ids from a sequence that counts in steps of {@link #SIZE}, as all of ours do: one question to the database for fifty of them. What a stopped node had left is never used. */
public final class IdBlocks {
    public static final int SIZE = 50;

    private final AtomicReference<Block> current = new AtomicReference<>(new Block(0, 0));

    private static final class Block {
        private final AtomicLong next;
        private final long end;

        Block(long first, long end) {
            this.next = new AtomicLong(first);
            this.end = end;
        }
    }

    /** @param nextval asks the sequence; of two threads that ask at once, one asks in vain and the gap does not matter */
    public long next(LongSupplier nextval) {
        while (true) {
            Block block = current.get();
            long id = block.next.getAndIncrement();
            if (id < block.end) {
                return id;
            }
            long first = nextval.getAsLong();
            current.compareAndSet(block, new Block(first, first + SIZE));
        }
    }
}
