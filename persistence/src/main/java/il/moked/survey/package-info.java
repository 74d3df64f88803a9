// SPDX-License-Identifier: Apache-2.0
/**
 * How customers judge the service they got: a few of them, drawn by lot and never chosen by whoever served them, are asked three
 * questions by a link. Aggregates: Survey, SurveyPlan. Uses customer and channel.
 */
package il.moked.survey;
