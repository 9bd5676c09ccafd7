import type { BusinessDay } from '@zhanggui/kernel'
import type { CampaignPhase } from '../phases/phase.ts'
import type { Done } from '../reason.ts'

/** 盘点, 压测, 值班表, 应急预案: what a named person looked at and vouches for. */
export const ATTESTATION_KINDS = ['stockCount', 'loadTest', 'rota', 'plansB'] as const
export type AttestationKind = (typeof ATTESTATION_KINDS)[number]

export type Attestation = {
  kind: AttestationKind
  phase: CampaignPhase
  owner: string
  dueDay: BusinessDay
  target: string
  result: (Done & { passed: boolean; evidence: string }) | null
}

/** A drill that is due before a phase, and how it went. */
export type Drill = {
  title: string
  scenario: string
  phase: CampaignPhase
  owner: string
  dueDay: BusinessDay
  held:
    | (Done & {
        detectSeconds: number | null
        startSeconds: number | null
        restoreSeconds: number | null
        passed: boolean
        lessons: string
      })
    | null
}
