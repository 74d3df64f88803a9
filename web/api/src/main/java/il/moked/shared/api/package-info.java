// SPDX-License-Identifier: Apache-2.0
/** What every part of the back-office interface shares: JSON, problems and their words, checking of what comes in. */
package il.moked.shared.api;
