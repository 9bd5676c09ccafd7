import {
  beginsAt,
  type CampaignFacts,
  type CampaignPlace,
  entryChecks,
  minutesBetween,
  nextPlace,
  signaturesNeeded,
} from '@zhanggui/campaigns'
import type { NextStep, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import type { CampaignRow } from '../schema.ts'
import { instantOfShop, shopMoment } from './shop-moment.ts'

export const placeOf = ({ state, wave }: Pick<CampaignRow, 'state' | 'wave'>): CampaignPlace => ({ state, wave })

/** The one place a campaign can go to, when, and what is red; null once it is put away. */
export function nextStep(
  context: Context,
  store: Store,
  { row, facts }: { row: CampaignRow; facts: CampaignFacts },
): NextStep | null {
  const next = nextPlace(facts.plan.windows, placeOf(row))
  if (!next) return null
  const begins = beginsAt(facts.plan.windows, next)
  const moment = shopMoment(context.clock.now(), store.timezone)
  return {
    ...next,
    dueAt: begins && instantOfShop(store.timezone)(begins.day, begins.minute),
    isDue: begins === null || minutesBetween(begins, moment) >= 0,
    checks: entryChecks(facts, next),
    signaturesNeeded: [...signaturesNeeded(facts, next)],
  }
}
