// SPDX-License-Identifier: Apache-2.0
/** What happens with complaints by itself: the time the law gives runs out, and complainants are told that a fault is mended. */
package il.moked.complaint.jms;
