// SPDX-License-Identifier: Apache-2.0
/** Asks customers how it was once something ended, takes their answers, and tells what came of it. Fires SurveyActed. */
package il.moked.survey.ejb;
