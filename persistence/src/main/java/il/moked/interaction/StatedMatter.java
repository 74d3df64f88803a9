// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

/**
 * What somebody says a form of his is: a fault or a complaint, and of what. Nothing of it is proved; any part but the kind may be null.
 *
 * @param product as he chose or typed it: a SKU or words @param place where it is @param remedy code of what he wants to have done
 */
public record StatedMatter(Kind kind, String product, String serial, String place, String remedy) {
    public enum Kind { FAULT, COMPLAINT }

    public static final int LONGEST_PRODUCT = 120;
    public static final int LONGEST_SERIAL = 60;
    public static final int LONGEST_PLACE = 200;
}
