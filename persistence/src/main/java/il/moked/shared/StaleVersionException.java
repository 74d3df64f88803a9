// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

/** Somebody else changed it since the caller read it. Code {@code shared.conflict}; the back-office interface answers 412. */
public class StaleVersionException extends BusinessException {
    public StaleVersionException() {
        super("shared.conflict");
    }
}
