// SPDX-License-Identifier: Apache-2.0
/** What customers said of the service, for other systems of the organisation. */
package il.moked.survey.api;
