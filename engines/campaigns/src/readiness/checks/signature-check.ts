import { type Reason, reason } from '../../reason.ts'
import type { CampaignPlace } from '../../states/campaign-state.ts'
import type { CampaignTeam } from '../../tasks/campaign-task.ts'
import type { CampaignFacts, CampaignSize, Signature } from '../campaign-facts.ts'
import type { CheckDeclaration } from '../entry-check.ts'

/** Who says go before pre-heat and burst (P15.10); a starting value of this project. */
export const SIGNATURES_NEEDED: Readonly<Record<CampaignSize, readonly CampaignTeam[]>> = {
  large: ['operations', 'product', 'service', 'technology'],
  medium: ['operations', 'service'],
  small: ['operations'],
}

export const signaturesNeeded = (
  { plan }: Pick<CampaignFacts, 'plan'>,
  { state }: CampaignPlace,
): readonly CampaignTeam[] => (state === 'preheat' || state === 'burst' ? SIGNATURES_NEEDED[plan.size] : [])

/** The newest word of a team on a phase. */
export function newestWord(
  signatures: readonly Signature[],
  place: CampaignPlace,
  team: CampaignTeam,
): Signature | null {
  return (
    signatures
      .filter((s) => s.phase === place.state && s.wave === place.wave && s.team === team)
      .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0] ?? null
  )
}

export const SIGNATURES: CheckDeclaration = {
  id: 'signatures',
  nameZh: '各团队签字',
  nameEn: 'Named approvals',
  find: (facts, place) => {
    const needed = signaturesNeeded(facts, place)
    if (needed.length === 0) return null
    return needed.flatMap((team): Reason[] => {
      const word = newestWord(facts.signatures, place, team)
      if (!word) return [reason('not_signed', `${team} 还没有签字`, `${team} has not signed`)]
      if (word.decision === 'go') return []
      return [
        reason(
          'no_go',
          `${team} ${word.name} 不同意：${word.note || '没有写原因'}`,
          `${team}: ${word.name} says no go: ${word.note || 'no reason given'}`,
        ),
      ]
    })
  },
}
