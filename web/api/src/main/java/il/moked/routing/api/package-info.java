// SPDX-License-Identifier: Apache-2.0
/** The state of the lines and their history, for reports of other systems. */
package il.moked.routing.api;
