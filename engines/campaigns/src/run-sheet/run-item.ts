import type { Done } from '../reason.ts'
import type { CampaignTeam, WithId } from '../tasks/campaign-task.ts'

/** What the clock itself does at an item: nothing, look whether a promotion is in force, stop one, or start a playbook. */
export const RUN_ACTIONS = ['manual', 'checkPromotion', 'stopPromotion', 'startPlaybook'] as const
export type RunAction = (typeof RUN_ACTIONS)[number]
export type RunMark = 'done' | 'skipped' | 'failed'

/** A line of the run sheet: what happens at a minute, who does it, and how one sees that it is done. */
export type RunItem = {
  title: string
  at: string
  minutes: number
  team: CampaignTeam
  owner: string
  action: RunAction
  promotion: string | null
  playbook: string | null
  check: string
  dependsOn: readonly string[]
  firedAt: string | null
  ended: (Done & { mark: RunMark; note: string }) | null
}

const MINUTE_MS = 60_000

/** By the planned minute; ties by id, so that a restart fires in the same order. */
export const inRunOrder = (a: WithId<RunItem>, b: WithId<RunItem>): number =>
  Date.parse(a.body.at) - Date.parse(b.body.at) || (a.id < b.id ? -1 : 1)

export const plannedEnd = ({ at, minutes }: RunItem): number => Date.parse(at) + minutes * MINUTE_MS
