import { type Reason, reason } from '../../reason.ts'
import type { AttestationKind } from '../attestation.ts'
import type { CampaignSize } from '../campaign-facts.ts'
import type { CheckDeclaration, Finder } from '../entry-check.ts'

/** Before the burst a big push needs all four (P15.10); a starting value of this project for smaller ones. */
export const ATTESTATIONS_NEEDED: Readonly<Record<CampaignSize, readonly AttestationKind[]>> = {
  large: ['stockCount', 'loadTest', 'rota', 'plansB'],
  medium: ['stockCount', 'rota', 'plansB'],
  small: ['stockCount'],
}

/** Somebody with a name looked and vouches for it. */
const findFor =
  (kind: AttestationKind): Finder =>
  ({ attestations, plan }, { state }) => {
    const own = attestations.filter(({ body }) => body.kind === kind && body.phase === state)
    if (own.length === 0) {
      const isNeeded = state === 'burst' && ATTESTATIONS_NEEDED[plan.size].includes(kind)
      return isNeeded
        ? [reason('nobody_vouches', '还没有人确认：指定负责人', 'Nobody vouches for it: name somebody')]
        : null
    }
    return own.flatMap(({ body: { owner, dueDay, target, result } }): Reason[] => {
      const who = owner || '?'
      if (!result)
        return [
          reason(
            'not_confirmed',
            `${who} ${dueDay} 前确认${target && `：${target}`}`,
            `${who} confirms it by ${dueDay}${target && `: ${target}`}`,
          ),
        ]
      if (result.passed) return []
      return [
        reason(
          'not_passed',
          `${result.by} 确认未通过：${result.evidence || '没有写原因'}`,
          `${result.by} says it did not pass: ${result.evidence || 'no reason given'}`,
        ),
      ]
    })
  }

export const STOCK_COUNT: CheckDeclaration = {
  id: 'stockCount',
  nameZh: '盘点',
  nameEn: 'Stock count',
  find: findFor('stockCount'),
}
export const LOAD_TEST: CheckDeclaration = {
  id: 'loadTest',
  nameZh: '压测',
  nameEn: 'Load test',
  find: findFor('loadTest'),
}
export const ROTA: CheckDeclaration = { id: 'rota', nameZh: '值班表', nameEn: 'Rota', find: findFor('rota') }
export const PLANS_B: CheckDeclaration = {
  id: 'plansB',
  nameZh: '应急预案',
  nameEn: 'Plans B',
  find: findFor('plansB'),
}
