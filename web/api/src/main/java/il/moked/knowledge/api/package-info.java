// SPDX-License-Identifier: Apache-2.0
/** Published articles for other systems of the organisation. */
package il.moked.knowledge.api;
