import type { Finding, LowestPrice, PublishCase, Rule } from '@zhanggui/promotion'

/** What the search is given: rules as data, made ready over there. */
export type PublishRequest = { pipeline: string; rules: readonly Rule[]; publish: Omit<PublishCase, 'ruleSet'> }

/** The lowest price of a SKU without what only the search needs. */
export type LowestShown = Pick<LowestPrice, 'skuId' | 'unitCents' | 'cart' | 'isComplete'> & {
  ruleIds: readonly string[]
  /** The least that the shop receives for a unit, what others bear counted in. */
  receivedCents: number
}

export type PublishAnswer = { findings: readonly Finding[]; lowest: readonly LowestShown[] }
