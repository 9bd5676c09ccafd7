import { createRng } from '@zhanggui/kernel'
import type { Fault, FaultKind } from './fault.ts'

/** The working hours of a burst day; nobody learns from a fault that the night hides. */
const FIRST_MINUTE = 9 * 60
const LAST_MINUTE = 21 * 60 + 30
const DAY_MINUTES = 1440

const at = (kind: FaultKind, from: number, size = kind.usual): Fault => ({
  id: kind.kind,
  kind: kind.kind,
  plan: kind.plan,
  from,
  to: Math.min(DAY_MINUTES, from + kind.minutes),
  size,
})

/** All of the kinds over one day, in an order and at minutes that the seed decides. */
export function placeFaults(seed: string, kinds: readonly FaultKind[]): Fault[] {
  const rng = createRng(`faults/${seed}`)
  const left = [...kinds]
  const gap = (LAST_MINUTE - FIRST_MINUTE) / Math.max(1, kinds.length)
  return kinds.map((_, i) => {
    const [kind] = left.splice(rng.int(left.length), 1)
    if (!kind) throw new Error('one kind for each place')
    return at(kind, Math.round(FIRST_MINUTE + gap * i + rng.int(Math.max(1, Math.floor(gap / 2)))))
  })
}

/** One fault in a busy hour that the seed decides. */
export function placeFault(seed: string, kind: FaultKind): Fault {
  const rng = createRng(`faults/${seed}/${kind.kind}`)
  return at(kind, 19 * 60 + rng.int(60))
}
