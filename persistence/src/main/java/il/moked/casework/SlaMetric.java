// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

/** What is measured of a case. Whether promises are kept is measured by the promises themselves. */
public enum SlaMetric { FIRST_RESPONSE, NEXT_RESPONSE, RESOLUTION }
