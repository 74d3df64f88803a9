// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.util.List;

/**
 * Somebody who is known already and may be the same.
 *
 * @param name as on his card
 * @param certain whether hardly a doubt is left
 * @param evidence what speaks for it, as keys of texts such as {@code phone} or {@code birth-date}, the weightiest first
 */
public record DuplicateWarning(long customerId, String name, boolean certain, List<String> evidence) {
}
