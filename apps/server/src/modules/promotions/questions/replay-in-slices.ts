import { setImmediate } from 'node:timers/promises'
import {
  type Replay,
  type ReplayOptions,
  type ReplayOrder,
  type ReplaySums,
  type RuleSet,
  replayOrders,
} from '@zhanggui/promotion'

/** Orders that are priced before other callers have their turn: some fifty milliseconds of work. */
const SLICE = 2000
const EXAMPLES = 20

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)

const addSums = (a: ReplaySums, b: ReplaySums): ReplaySums => ({
  revenueCents: a.revenueCents + b.revenueCents,
  receivedCents: a.receivedCents + b.receivedCents,
  marginCents: plus(a.marginCents, b.marginCents),
})

function addByPayer(a: Replay['byPayer'], b: Replay['byPayer']): Replay['byPayer'] {
  const sums: Partial<Record<string, number>> = { ...a }
  for (const [payer, cents] of Object.entries(b)) sums[payer] = (sums[payer] ?? 0) + cents
  return sums
}

function addRules(a: Replay['byRule'], b: Replay['byRule']): Replay['byRule'] {
  const rules = new Map(a.map((rule) => [rule.ruleId, rule]))
  for (const rule of b) {
    const known = rules.get(rule.ruleId)
    const byPayer = addByPayer(known?.byPayer ?? {}, rule.byPayer)
    const [orders, cutCents] = [(known?.orders ?? 0) + rule.orders, (known?.cutCents ?? 0) + rule.cutCents]
    rules.set(rule.ruleId, { ruleId: rule.ruleId, orders, cutCents, byPayer })
  }
  return [...rules.values()]
}

const addFound = <T>(a: { count: number; examples: readonly T[] }, b: { count: number; examples: readonly T[] }) => ({
  count: a.count + b.count,
  examples: [...a.examples, ...b.examples].slice(0, EXAMPLES),
})

const addReplays = (a: Replay, b: Replay): Replay => ({
  ...a,
  orders: a.orders + b.orders,
  rejected: addFound(a.rejected, b.rejected),
  hit: a.hit + b.hit,
  draft: addSums(a.draft, b.draft),
  baseline: addSums(a.baseline, b.baseline),
  change: {
    revenueCents: a.change.revenueCents + b.change.revenueCents,
    marginCents: plus(a.change.marginCents, b.change.marginCents),
  },
  byPayer: addByPayer(a.byPayer, b.byPayer),
  byRule: addRules(a.byRule, b.byRule),
  depth: a.depth.map((orders, step) => orders + (b.depth[step] ?? 0)),
  breaches: addFound(a.breaches, b.breaches),
})

/** A replay that lets other callers in between, so that a switch is thrown and a price told while it runs. */
export async function replayInSlices(
  ruleSet: RuleSet,
  orders: readonly ReplayOrder[],
  options: ReplayOptions,
): Promise<Replay> {
  let sum = replayOrders(ruleSet, orders.slice(0, SLICE), options)
  for (let i = SLICE; i < orders.length; i += SLICE) {
    await setImmediate()
    sum = addReplays(sum, replayOrders(ruleSet, orders.slice(i, i + SLICE), options))
  }
  return sum
}
