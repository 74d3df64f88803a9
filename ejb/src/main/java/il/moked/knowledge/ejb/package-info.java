// SPDX-License-Identifier: Apache-2.0
/** Articles are written, reviewed and published, found and read. Fires ArticleActed. */
package il.moked.knowledge.ejb;
