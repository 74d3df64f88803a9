// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

/** Whose card the caller may open. Who serves whom is known in areas above this one, which provide the only bean of this type. */
public interface CustomerAccess {
    /** @throws il.moked.shared.BusinessException when the caller may not see this customer */
    void check(long customerId);
}
