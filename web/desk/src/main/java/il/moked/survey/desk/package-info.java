// SPDX-License-Identifier: Apache-2.0
/** What customers said of the service, for those responsible for it, and how many of them are asked. */
package il.moked.survey.desk;
