// SPDX-License-Identifier: Apache-2.0
/**
 * What people see and do, in a real browser against the shipped EAR: agents on the desk, customers on the portal and in
 * their mail program. Pages are classes named as pages; tests wait for what a person would wait for and for nothing else.
 */
package il.moked.browser;
