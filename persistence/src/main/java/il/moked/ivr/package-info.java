// SPDX-License-Identifier: Apache-2.0
/**
 * Menus on the telephone, as data: what a caller hears, which keys lead where, what is answered without anybody. Aggregates: MenuEdition,
 * MenuWalk. Uses calls of the interaction area and asks orders, cases and branches for answers.
 */
package il.moked.ivr;
