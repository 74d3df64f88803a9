// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.order.Orders.OrderSummary;
import il.moked.selfservice.ejb.OwnPurchases.Document;
import il.moked.selfservice.ejb.OwnPurchases.OwnInvoice;
import il.moked.selfservice.ejb.OwnPurchases.OwnOrder;
import il.moked.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What a customer bought: the list, an order, or a document. */
@Named
@RequestScoped
public class MyOrdersView {
    private Page<OrderSummary> list = new Page<>(List.of(), false);
    private List<Document> documents = List.of();
    private OwnOrder bought;
    private OwnInvoice invoice;

    void lists(Page<OrderSummary> page, List<Document> latest) {
        list = page;
        documents = latest;
    }

    void reads(OwnOrder own) {
        bought = own;
    }

    void reads(OwnInvoice own) {
        invoice = own;
    }

    public List<OrderSummary> getOrders() {
        return list.rows();
    }

    public List<Document> getDocuments() {
        return documents;
    }

    /** Where the next page starts; null when there is none. */
    public String getNext() {
        if (!list.more()) {
            return null;
        }
        var last = list.rows().get(list.rows().size() - 1).cursor();
        return new OwnCursor(last.at(), last.id()).written();
    }

    public OwnOrder getBought() {
        return bought;
    }

    public OwnInvoice getInvoice() {
        return invoice;
    }
}
