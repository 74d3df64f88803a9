// SPDX-License-Identifier: Apache-2.0
/** Where a customer says how it was. */
package il.moked.survey.portal;
