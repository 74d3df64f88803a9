// SPDX-License-Identifier: Apache-2.0
/** Who calls the back-office interface. */
package il.moked.access.api;
