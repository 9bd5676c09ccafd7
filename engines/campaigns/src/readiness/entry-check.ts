import type { Reason } from '../reason.ts'
import type { CampaignPlace } from '../states/campaign-state.ts'
import type { CampaignFacts } from './campaign-facts.ts'

/** One thing that must hold before a state is entered. `none`: this campaign has nothing of the kind there. */
export type EntryCheck = {
  id: string
  nameZh: string
  nameEn: string
  state: 'green' | 'red' | 'none'
  reasons: Reason[]
}

/** What a check finds: reasons why not, or null where it is not asked. */
export type Finder = (facts: CampaignFacts, place: CampaignPlace) => Reason[] | null

export type CheckDeclaration = { id: string; nameZh: string; nameEn: string; find: Finder }

export function runCheck(
  { id, nameZh, nameEn, find }: CheckDeclaration,
  facts: CampaignFacts,
  place: CampaignPlace,
): EntryCheck {
  const reasons = find(facts, place)
  const state = reasons === null ? 'none' : reasons.length > 0 ? 'red' : 'green'
  return { id, nameZh, nameEn, state, reasons: reasons ?? [] }
}
