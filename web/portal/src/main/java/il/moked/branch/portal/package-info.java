// SPDX-License-Identifier: Apache-2.0
/**
 * What customers touch of branches: where they are and how long one waits, a number from home, the kiosk at the door, the
 * display of the waiting room. Nothing of anybody is shown on any of them but a number. May use {@code branch.ejb}.
 */
package il.moked.branch.portal;
