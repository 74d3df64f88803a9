// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.ejb;

import il.moked.agreement.Agreement;
import il.moked.agreement.OwnedProduct;
import java.time.LocalDate;

/** A product of a customer as it is shown. What is not known is null. @param manual https address @param agreement number of the contract that covers it */
public record OwnedProductLine(long id, String sku, String name, String serial, LocalDate boughtOn, LocalDate warrantyUntil, OwnedProduct.Warranty warranty, String manual, String agreement) {
    static OwnedProductLine of(OwnedProduct product, LocalDate today) {
        return new OwnedProductLine(product.id(), product.sku(), product.name(), product.serial().orElse(null), product.boughtOn().orElse(null), product.warrantyUntil().orElse(null), product.warranty(today), product.manual().orElse(null),
                product.agreement().map(Agreement::number).orElse(null));
    }
}
