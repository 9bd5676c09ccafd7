import type { ContingencyPlan, DrillReport, PlaybookGain } from '@zhanggui/drills'
import type { BusinessDay } from '@zhanggui/kernel'
import type { Playbook } from '@zhanggui/playbooks'

/** What the thread is asked: to rehearse plans, or what one playbook alone would have gained. */
export type DrillRequest =
  | {
      kind: 'drill'
      seed: string
      day: BusinessDay
      scale: number
      plans: readonly ContingencyPlan[]
      playbooks: readonly Playbook[]
    }
  | { kind: 'gain'; playbook: Playbook; seeds: readonly string[]; day: BusinessDay; scale: number }

export type DrillMessage =
  | { kind: 'progress'; share: number }
  | { kind: 'report'; report: DrillReport }
  | { kind: 'gained'; gain: PlaybookGain | null }
