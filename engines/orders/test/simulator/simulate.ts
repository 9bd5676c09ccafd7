import { createRng } from '@zhanggui/kernel'
import type { Command } from '../../src/index.ts'
import { createWorld, setupCommands, WORLD_START } from '../support/world.ts'
import { Network } from './network.ts'
import { type OrdersModule, Server } from './server.ts'
import { SimDisk } from './sim-disk.ts'

/** What a seed came to. `problems` is empty when every rule held. */
export type Outcome = {
  seed: number
  problems: string[]
  frames: number
  commands: number
  /** Write boundaries at which a crash was tried, and crashes the run went on from. */
  boundaries: number
  crashes: number
  rotFound: number
}

const STEPS = 14
const DAY_MS = 86_400_000
const ROT_TRIES = 4

/** Small steps, now and then a leap ahead, and at times a clock set back. */
const leap = (draw: number): number => (draw < 0.88 ? draw * 900 : draw < 0.95 ? 45_000 : -30_000)

/**
 * One shop on one core, seen through by a seed: clients, a network, a disk and a clock, all of them bad. At every write
 * boundary the machine is thought to crash: the disk as it might be found is recovered from and checked; at one of them it
 * really does, and the run goes on from what is left.
 */
export function simulate(orders: OrdersModule, seed: number): Outcome {
  const rng = createRng(`orders-${seed}`)
  const disk = new SimDisk()
  if (rng.next() < 0.15) disk.room = 4096 + rng.int(20_000)
  disk.writesAhead = rng.fork('ahead').next() < 0.5
  const crashAt = rng.next() < 0.7 ? rng.int(60) : -1
  const server = new Server(orders, disk, { rng: rng.fork('server'), crashAt })
  const network = new Network(rng.fork('network'))
  const world = createWorld(rng.fork('world'))
  const closing = rng.fork('closing')
  let now = WORLD_START
  const acknowledge = (commands: readonly Command[]): void => {
    for (const command of commands) network.acknowledge(command)
  }
  server.run(setupCommands(), now)
  for (let step = 0; step < STEPS && server.problems.length === 0; step++) {
    now = Math.floor(now + leap(rng.next()))
    for (let sent = rng.int(6); sent > 0; sent--) network.send(world.next(now), now)
    const batch = network.arrivals(now)
    if (batch.length > 0) acknowledge(server.run(batch, now))
    const [ticks, snaps] = [rng.next() < 0.2, rng.next() < 0.15]
    if (closing.next() < 0.25) server.closeSegment()
    if (ticks) server.tick(now + rng.int(500))
    if (snaps) server.snapshot()
  }
  server.settle()
  server.checkAcknowledged()
  let rotFound = 0
  for (let i = 0; i < ROT_TRIES; i++) rotFound += server.checkRot()
  server.checkDrained(now + 30 * DAY_MS)
  return {
    seed,
    problems: server.problems,
    frames: server.history.length,
    commands: server.history.reduce((sum, { commands }) => sum + commands.length, 0),
    boundaries: server.boundaries,
    crashes: server.crashes,
    rotFound,
  }
}
