/** Practices that a plan may not contain, whatever they are called (P13.03, X09, X10). */
export const PRACTICES = ['boughtOrders', 'boughtReviews', 'rankManipulation', 'scraping', 'personalPricing'] as const
export type Practice = (typeof PRACTICES)[number]

/**
 * Words for a practice, as patterns over folded text (see foldText): simplified, half width, lower case, without blanks.
 * Gaps are bounded (`{0,8}`), so that scanning stays linear.
 */
export type Wording = {
  find: string
  /** Innocent when this stands right before it: 印|刷单价. */
  unlessAfter?: string
  /** Innocent when this stands right behind it: 刷单|词. */
  unlessBefore?: string
  /** Innocent when this stands anywhere in the same clause. */
  unlessNear?: string
}

/** The words of one practice. */
export type Vocabulary = { practice: Practice; wordings: readonly Wording[] }
