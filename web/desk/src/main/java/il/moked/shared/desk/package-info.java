// SPDX-License-Identifier: Apache-2.0
/** What every staff screen stands on: telling the user, times, security of answers, push. Knows no area. */
package il.moked.shared.desk;
