import type { Reason } from '../actions/action-type.ts'
import type { CampaignPhase } from '../conditions/campaign-phase.ts'
import type { RunPlan } from './plan-run.ts'
import type { Playbook } from './playbook.ts'

const DAY_MINUTES = 1440

/** Where and when a decision is made. Minutes since 1970, and of the shop's local day. */
export type Moment = {
  now: number
  localMinute: number
  phase?: CampaignPhase
  /** Everything automatic is paused in the shop. */
  paused: boolean
  /** When this playbook ran, shadow runs included, in any order: the last day's are enough. */
  ranAt: readonly number[]
  /** A run of it is waiting for an answer. */
  waiting: boolean
}

/** `run` at once, `ask` so many people first, `shadow`: write down only, `hold`: do nothing now and say why. */
export type Decision =
  | { kind: 'run' }
  | { kind: 'ask'; people: 1 | 2 }
  | { kind: 'shadow' }
  | { kind: 'hold'; reason: Reason }

/** A hold that only time or order explains is no trouble; a hold that means "it should act and cannot" is an alert. */
export const isTrouble = ({ code }: Reason): boolean => code === 'tooManyChanges' || code === 'couldNotAct'

const hold = (code: string, zh: string, en: string): Decision => ({ kind: 'hold', reason: { code, zh, en } })

const isWithin = (minute: number, { from, to }: { from: number; to: number }): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to

function timing({ limits }: Playbook, { now, ranAt, localMinute, phase }: Moment): Decision | null {
  const { phases, hours, cooldownMinutes, runsPerDay } = limits
  if (phases && (phase === undefined || !phases.includes(phase)))
    return hold('outsidePhase', '不在允许的活动阶段', 'not in a phase that allows it')
  if (hours && !isWithin(localMinute, hours))
    return hold('outsideHours', '不在允许的时段', 'not at an hour that allows it')
  const last = Math.max(...ranAt, Number.NEGATIVE_INFINITY)
  if (now - last < cooldownMinutes)
    return hold(
      'coolingDown',
      `冷却中，还有 ${cooldownMinutes - (now - last)} 分钟`,
      `cooling down for ${cooldownMinutes - (now - last)} minutes more`,
    )
  if (ranAt.filter((at) => now - at < DAY_MINUTES).length >= runsPerDay)
    return hold('dailyLimit', `24 小时内已执行 ${runsPerDay} 次，到上限`, `ran ${runsPerDay} times in a day, its limit`)
  return null
}

function content({ limits }: Playbook, { actions, changes, tells }: RunPlan): Decision | null {
  if (changes.length > limits.changesPerRun)
    return hold(
      'tooManyChanges',
      `要改 ${changes.length} 处，超过一次 ${limits.changesPerRun} 处的上限，请人工处理`,
      `would change ${changes.length} fields, more than the ${limits.changesPerRun} of a run; look at it yourself`,
    )
  if (changes.length > 0 || tells.length > 0) return null
  const reasons = actions.flatMap(({ cannot }) => cannot ?? [])
  return hold('couldNotAct', reasons.map(({ zh }) => zh).join('；'), reasons.map(({ en }) => en).join('; '))
}

/** What becomes of a trigger, given the limits, the people and the plan. Pure; the same question has the same answer. */
export function decide(playbook: Playbook, plan: RunPlan, moment: Moment): Decision {
  if (moment.paused) return hold('paused', '自动动作已全部暂停', 'everything automatic is paused')
  if (moment.waiting) return hold('waiting', '上一次还在等待确认', 'the last one still waits for an answer')
  const held = timing(playbook, moment) ?? content(playbook, plan)
  if (held) return held
  if (playbook.shadow) return { kind: 'shadow' }
  if (playbook.approval === 'auto' || plan.changes.length === 0) return { kind: 'run' }
  return { kind: 'ask', people: playbook.approval === 'confirm' ? 1 : 2 }
}
