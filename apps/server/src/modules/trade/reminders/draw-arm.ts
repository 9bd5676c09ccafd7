import { createHmac } from 'node:crypto'
import type { Context } from '../../../context.ts'

/**
 * Whether a person is reminded or left alone under a plan: by a keyed hash, so that nobody chooses, the same person is in the same group
 * whoever asks, and the groups of two plans have nothing to do with each other.
 */
export function drawArm(
  { secrets }: Pick<Context, 'secrets'>,
  { store, plan, person }: { store: string; plan: string; person: string },
  holdOutBp: number,
): 'treated' | 'held' {
  const secret = secrets.keyOf(`reminders/${store}`)
  const drawn = createHmac('sha256', secret).update(`${plan}\n${person}`).digest().readUInt32BE(0)
  return drawn % 10_000 < holdOutBp ? 'held' : 'treated'
}
