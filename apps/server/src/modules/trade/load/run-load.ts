import { randomUUID } from 'node:crypto'
import type { LoadReport, LoadStep } from '@zhanggui/contract'
import { createRng, type Rng } from '@zhanggui/kernel'
import {
  arrivals,
  findKnee,
  keepsUp,
  type LoadGoals,
  loadFigures,
  loadGate,
  nameBottleneck,
  nextRate,
  STEADY,
  type TrafficShape,
} from '@zhanggui/orders'
import { type LoadTarget, type PlannedOrder, sendLoad } from './send-load.ts'

export type LoadOrder = {
  target: LoadTarget
  shape: TrafficShape
  goals: LoadGoals
  /** Where the ramp begins, orders a second, and how long each step is. */
  fromPerSecond: number
  stepSeconds: number
  /** Steps of the ramp at most. */
  steps: number
  /** How long buyers stand in line under overload and attack, seconds. */
  patienceSeconds: number
  seed: string
  by: string
  now: () => Date
  /** Told after every step. */
  onStep?: (step: LoadStep) => void
}

/** Nearly everything is done: one in twenty may be refused at the knee, where the door begins to work. */
const DONE_BP = 9500
/** The knee is known to a fifth; closer than machines repeat themselves it is not sought. */
const CLOSE_BP = 2000
const OVERLOAD_TIMES = 20
/** More than this from one sender measures the sender. */
const OVERLOAD_MAX = 3000
const ATTACKERS = 30
/** An attacker asks so often at least; slower ones are like buyers who press again. */
const ATTACKER_PER_SECOND = 6

/**
 * After a step that was too much the numbers of buyers who left are called through; the crowd of the overload comes as to an opening, when
 * the line before was quiet. Steps of a short test settle no longer than so many of their own length.
 */
const SETTLE = { seconds: 3, steps: 1 }
const QUIET = { seconds: 11, steps: 3 }

type Crowd = { shape: TrafficShape; peakPerSecond: number; who: PlannedOrder['who'] }

const sleep = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

/** One run of the generator: its orders have numbers of their own, so that a test can be run again. */
class LoadRunner {
  private readonly run: LoadOrder
  private readonly rng: Rng
  private readonly id: string
  private count = 0
  readonly steps: LoadStep[] = []

  constructor(run: LoadOrder, id: string) {
    this.run = run
    this.id = id
    this.rng = createRng(run.seed)
  }

  /** `patienceSeconds`: how long its buyers stand in line; without, a refusal is the end of it. */
  async step(
    kind: LoadStep['kind'],
    crowds: readonly Crowd[],
    { seconds, patienceSeconds = 0 }: { seconds: number; patienceSeconds?: number },
  ): Promise<LoadStep> {
    const { seconds: settle, steps } = kind === 'overload' ? QUIET : SETTLE
    if ((this.steps.at(-1)?.refused ?? 0) > 0) await sleep(1000 * Math.min(settle, steps * this.run.stepSeconds))
    const orders = crowds
      .flatMap(({ shape, peakPerSecond, who }) =>
        arrivals(shape, { peakPerSecond, seconds }, this.rng).map((dueAt) => this.order(dueAt, who)),
      )
      .sort((a, b) => a.dueAt - b.dueAt)
    const samples = await sendLoad(this.run.target, orders, { patienceMs: patienceSeconds * 1000 })
    const lastDoneMs = Math.max(0, ...samples.filter(({ outcome }) => outcome === 'done').map(({ endedAt }) => endedAt))
    const step = { kind, seconds, ...loadFigures(samples, seconds, Math.max(seconds, lastDoneMs / 1000)) }
    this.steps.push(step)
    this.run.onStep?.(step)
    return step
  }

  private order(dueAt: number, who: PlannedOrder['who']): PlannedOrder {
    this.count++
    const buyer = who === 'buyer' ? `load-${this.id}-${this.count}` : `attacker-${this.rng.int(ATTACKERS)}`
    return { dueAt, who, buyer, source: buyer, orderId: `load-${this.id}-${this.count}` }
  }
}

/** Doubles the rate until it is not kept up with, then closes in. Shape: the knee, orders a second, or null. */
async function ramp(
  runner: LoadRunner,
  { fromPerSecond, stepSeconds, steps, goals }: LoadOrder,
): Promise<number | null> {
  const rule = { goalMs: goals.goalMs, doneBp: DONE_BP }
  const tried: { rate: number; isKept: boolean }[] = []
  let rate: number | undefined = fromPerSecond
  while (rate !== undefined && tried.length < steps) {
    const step: LoadStep = await runner.step('ramp', [{ shape: STEADY, peakPerSecond: rate, who: 'buyer' }], {
      seconds: stepSeconds,
    })
    tried.push({ rate, isKept: keepsUp(step, rule) })
    rate = nextRate(tried, { closeBp: CLOSE_BP })
  }
  return findKnee(runner.steps, rule)
}

/**
 * A load test against a running server (P7.04, P7.13, P7.15): how many orders a second it keeps up with, the shape of an opening at
 * the forecast's peak, twenty times what it can, buyers among attackers; which part is in the way, and whether it is enough.
 */
export async function runLoad(run: LoadOrder): Promise<LoadReport> {
  const { goals, shape, stepSeconds, patienceSeconds } = run
  const id = randomUUID().slice(0, 8)
  const startedAt = run.now()
  const runner = new LoadRunner(run, id)
  const kneePerSecond = await ramp(runner, run)
  const fits = kneePerSecond ?? run.fromPerSecond
  const peak = await runner.step('peak', [{ shape, peakPerSecond: goals.peakPerSecond, who: 'buyer' }], {
    seconds: stepSeconds * 2,
  })
  const crowds: Crowd[] = [
    { shape: STEADY, peakPerSecond: fits / 2, who: 'buyer' },
    {
      shape: STEADY,
      peakPerSecond: Math.min(OVERLOAD_MAX, Math.max(ATTACKERS * ATTACKER_PER_SECOND, fits * 10)),
      who: 'attacker',
    },
  ]
  const attack = await runner.step('attack', crowds, { seconds: stepSeconds, patienceSeconds: stepSeconds })
  // Last: it leaves a long line behind.
  const overloadRate = Math.min(OVERLOAD_MAX, fits * OVERLOAD_TIMES)
  const overload = await runner.step('overload', [{ shape: STEADY, peakPerSecond: overloadRate, who: 'buyer' }], {
    seconds: stepSeconds,
    patienceSeconds,
  })
  const checks = loadGate({ kneePerSecond, peak, overload, attack }, goals)
  return {
    id,
    startedAt: startedAt.toISOString(),
    seconds: (run.now().getTime() - startedAt.getTime()) / 1000,
    by: run.by,
    shape: shape.id,
    goals,
    kneePerSecond,
    bottleneck: nameBottleneck(runner.steps.filter(({ kind }) => kind === 'ramp')),
    steps: runner.steps,
    checks,
    isPassed: checks.every(({ isPassed }) => isPassed),
  }
}
