import type { Words } from '../explain/fact.ts'
import type { Rule } from '../rules/rule.ts'
import { ITEM_OFFERS } from './item-offers.ts'
import type { OfferWords } from './offer.ts'
import { REWARD_OFFERS } from './reward-offers.ts'
import { SPEND_OFFERS } from './spend-offers.ts'

export const OFFERS: OfferWords = { ...ITEM_OFFERS, ...SPEND_OFFERS, ...REWARD_OFFERS }

/** What a rule promises, in one sentence; its name where the mechanic has no words. */
export const offerText = ({ mechanic, params, name }: Rule): Words =>
  OFFERS[mechanic]?.(params) ?? { zh: name, en: name }
