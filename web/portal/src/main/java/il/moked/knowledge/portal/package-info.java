// SPDX-License-Identifier: Apache-2.0
/** What anybody may find and read of the organisation's articles. */
package il.moked.knowledge.portal;
