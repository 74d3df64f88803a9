// SPDX-License-Identifier: Apache-2.0
/** Looks at clocks of cases as time goes by. */
package il.moked.casework.jms;
