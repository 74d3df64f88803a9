// SPDX-License-Identifier: Apache-2.0
/** What the organisation knows and tells: articles and product manuals, their versions, votes and uses. Aggregate: Article. Rule: Ranking. Uses access, shared. */
package il.moked.knowledge;
