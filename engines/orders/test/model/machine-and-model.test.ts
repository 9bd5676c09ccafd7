import { createRng } from '@zhanggui/kernel'
import { expect, it } from 'vitest'
import {
  apply,
  type Command,
  checkFrame,
  createAdmission,
  encodeFrame,
  readAnswer,
  readItem,
  SMALL_OPTIONS,
} from '../../src/index.ts'
import { createWorld, setupCommands, WORLD_START, worldFaults } from '../support/world.ts'
import { Reference } from './reference.ts'

const OPTIONS = {
  ...SMALL_OPTIONS,
  replies: 128,
  orders: 64,
  orderRetentionMs: 60_000,
  replyRetentionMs: 40_000,
  holdMs: 10_000,
}

/** Time passes by little steps, now and then by a leap, and at times the clock of the machine goes back. */
const step = (now: number, draw: number): number => now + (draw < 0.9 ? draw * 800 : draw < 0.97 ? 30_000 : -20_000)

/** Runs a stream of commands through both; throws at the first answer or stock in which they differ. */
function compare(seed: number, commands: number): void {
  const rng = createRng(`model-${seed}`)
  const core = createAdmission(OPTIONS)
  const model = new Reference(core.options)
  const world = createWorld(rng)
  let now = WORLD_START
  const run = (batch: Command[]): void => {
    const frame = encodeFrame(batch)
    expect(checkFrame(frame)).toEqual({ ok: true, count: batch.length })
    const count = apply(core, frame, now)
    for (let i = 0; i < count; i++) {
      const command = batch[i] as Command
      const expected = model.apply(command, now)
      expect(readAnswer(core.answers, i), `seed ${seed}: ${JSON.stringify(command)}`).toEqual(expected)
    }
    expect(worldFaults(core), `seed ${seed}`).toEqual([])
    for (const [item, { free, held, locked, sold, stock, kind }] of model.books.items)
      if (kind !== 'bundle')
        expect(readItem(core, item), `seed ${seed}`).toMatchObject({ free, held, locked, sold, stock })
  }
  run(setupCommands())
  for (let done = 0; done < commands; ) {
    now = Math.floor(step(now, rng.next()))
    const batch = Array.from({ length: 1 + rng.int(6) }, () => world.next(now))
    run(batch)
    done += batch.length
  }
}

it('[P7.03] [P7.01] random commands are answered as the plain model answers them, and no unit is ever lost or made', () => {
  for (let seed = 1; seed <= 40; seed++) compare(seed, 120)
})
