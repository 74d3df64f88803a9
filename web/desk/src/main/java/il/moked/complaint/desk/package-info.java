// SPDX-License-Identifier: Apache-2.0
/** Screens of complaints: their stages on the page of the case, the list with the time the law gives, groups with their chart. */
package il.moked.complaint.desk;
