// SPDX-License-Identifier: Apache-2.0
/** Screens of visits: the board of a day, a technician's phone, booking at a case, and what first visits achieved. */
package il.moked.dispatch.desk;
