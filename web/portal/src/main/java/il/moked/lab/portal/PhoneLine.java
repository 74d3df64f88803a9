// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import il.moked.demo.ejb.DemoCustomers.DemoCustomer;
import java.io.IOException;

/** One way to write from the lab's telephone. Found by its type: a channel adds one. */
public interface PhoneLine {
    Channel channel();

    /** Where the customer is reached on it. */
    String address(DemoCustomer customer);

    /**
     * Brings what he writes to our own door, just as the provider would.
     *
     * @param portal our own portal, without a path
     * @throws IOException when the door did not take it
     */
    void write(DemoCustomer customer, String text, String portal) throws IOException;

    /** He looks at the screen: the provider may report that he read. */
    default void looked(String address, String portal) {
    }
}
