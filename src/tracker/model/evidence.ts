/** `YYYY-MM-DD`. Dates compare as text. */
export type Day = string;

/**
 * Why something is believed. `minutes` has meeting, line and quote; `pull-request` a url; `rule` and `absence`
 * a detail. A quote out of `restated` minutes is a retelling and must not be shown in quotation marks.
 */
export interface Evidence {
  kind: 'minutes' | 'pull-request' | 'wit' | 'run' | 'rule' | 'absence';
  /** The date of the meeting. */
  meeting?: Day;
  line?: number;
  quote?: string;
  restated?: true;
  path?: string;
  url?: string;
  detail?: string;
  /** The day from which it counts, when that is not the meeting's. */
  date?: Day;
  /** The event that brings it in. */
  event?: string;
}
