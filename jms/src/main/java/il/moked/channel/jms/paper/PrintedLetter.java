// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import il.moked.interaction.ejb.Delivery.OutgoingFile;
import java.time.LocalDate;
import java.util.List;

/**
 * What is printed.
 *
 * @param sender the organisation and its own number or address, one line
 * @param recipient name and address in lines, or a fax number
 * @param reference what the customer finds the conversation by; also printed as a barcode
 * @param language of the words around the text, {@code he} or {@code en}
 * @param files pictures, TIFF and PDF, printed after the text
 */
public record PrintedLetter(String sender, List<String> recipient, String reference, LocalDate date, String subject, String text, String language, List<OutgoingFile> files) {
}
