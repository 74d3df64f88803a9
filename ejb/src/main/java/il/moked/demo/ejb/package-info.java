// SPDX-License-Identifier: Apache-2.0
/** The demo profile: an invented bank with staff, customers and a history. Does nothing in any other profile. Uses every area. */
package il.moked.demo.ejb;
