import { type ClockStep, type PauseReason, warningAt } from './clock-policy.ts'
import type { Ladder } from './ladder.ts'

/** One step as a shop states it: a target of a shipped ladder changed, or a step of a ladder of its own. */
export type StatedStep = {
  ladder: string
  /** Needed once for a ladder of the shop's own; null keeps the name. */
  ladderName: string | null
  step: string
  name: string
  targetMs: number
  /** Share of the target at which its owner is warned, in basis points; null for no warning. */
  warnBp: number | null
  pausedBy: readonly PauseReason[]
  /** Name of the service hours of the ladder; null round the clock. The last stated step of a ladder decides. */
  hours: string | null
}

/** Escalations keep their place on the way: a target twice as long calls the lead after twice the time. */
function statedStep(stated: StatedStep, shipped: ClockStep | undefined): ClockStep {
  const { step: id, name, targetMs, warnBp, pausedBy } = stated
  const escalations = (shipped?.marks ?? [])
    .filter(({ kind }) => kind === 'escalation')
    .map((mark) => ({ ...mark, afterMs: Math.round((mark.afterMs * targetMs) / (shipped?.targetMs ?? targetMs)) }))
  const warnings = warnBp === null ? [] : [warningAt(targetMs, warnBp)]
  const marks = [...warnings, ...escalations].toSorted((a, b) => a.afterMs - b.afterMs)
  const names = shipped && shipped.nameZh === name ? { nameEn: shipped.nameEn } : { nameEn: name }
  return { begins: 'start', after: null, ...shipped, id, nameZh: name, ...names, targetMs, pausedBy, marks }
}

function withStep(ladder: Ladder, stated: StatedStep): Ladder {
  const index = ladder.steps.findIndex(({ id }) => id === stated.step)
  const step = statedStep(stated, ladder.steps[index])
  const steps = index < 0 ? [...ladder.steps, step] : ladder.steps.with(index, step)
  const name = stated.ladderName === null ? {} : { nameZh: stated.ladderName, nameEn: stated.ladderName }
  return { ...ladder, ...name, steps, hours: stated.hours }
}

const ownLadder = ({ ladder, ladderName }: StatedStep): Ladder => ({
  id: ladder,
  nameZh: ladderName ?? ladder,
  nameEn: ladderName ?? ladder,
  hours: null,
  closedTime: 'free',
  source: '店铺自定',
  steps: [],
})

/** The ladders of a shop: the shipped ones with what the shop states over them, then its own in the order stated. */
export function shopLadders(shipped: readonly Ladder[], stated: readonly StatedStep[]): Ladder[] {
  const ladders = new Map(shipped.map((ladder) => [ladder.id, ladder]))
  for (const step of stated) ladders.set(step.ladder, withStep(ladders.get(step.ladder) ?? ownLadder(step), step))
  return [...ladders.values()]
}
