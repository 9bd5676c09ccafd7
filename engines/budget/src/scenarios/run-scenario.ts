import { assert, type Cents, cents, multiplyDivide, sumCents } from '@zhanggui/kernel'
import { evaluateMetric } from '@zhanggui/metrics'
import {
  NO_SHOCKS,
  type ScenarioBase,
  type ScenarioChannel,
  type ScenarioFigures,
  type ScenarioResult,
  type ScenarioShocks,
} from './scenario.ts'

/** Factors are carried as parts of a thousand million, so that a power that is no fraction is rounded once and the same anywhere. */
const ONE = 1_000_000_000

const times = (amount: Cents, parts: number): Cents =>
  multiplyDivide({ amount, numerator: parts, denominator: ONE, rounding: 'half_up' })

const factor = (changeBp: number): number => 1 + changeBp / 10_000

/** Price of media in month `k` (from 1) against the start of the plan. */
const priceIndex = (rateBp: number, k: number): number => factor(rateBp) ** (k / 12)

type Outcome = { spendCents: Cents; gmvCents: Cents; newBuyers: number }

function shockChannel(given: ScenarioChannel, shocks: ScenarioShocks, month: number): Outcome {
  const isDearer = shocks.inflationOn === 'all' || given.offSite
  const index = isDearer ? priceIndex(shocks.costInflationBp, month) : 1
  const roi = factor(shocks.roiChangeBp[given.channel] ?? shocks.roiChangeBp.all ?? 0)
  const traffic = shocks.response === 'sameSpend' ? 1 / index : 1
  const spend = shocks.response === 'sameSpend' ? 1 : index
  const volume = traffic * roi * factor(shocks.volumeChangeBp)
  return {
    spendCents: times(given.spendCents, Math.round(spend * ONE)),
    gmvCents: times(given.attributedCents, Math.round(volume * factor(shocks.priceChangeBp) * ONE)),
    newBuyers: given.newBuyers * volume,
  }
}

function figuresOf(parts: readonly Outcome[]): ScenarioFigures {
  const spendCents = sumCents(parts.map((p) => p.spendCents))
  const gmvCents = sumCents(parts.map((p) => p.gmvCents))
  const newBuyers = parts.reduce((sum, p) => sum + p.newBuyers, 0)
  return {
    spendCents,
    gmvCents,
    newBuyers,
    feeRatio: evaluateMetric('feeRatio', { spend: spendCents, gmv: gmvCents }),
    cacCents: evaluateMetric('cac', { spend: spendCents, newBuyers }),
  }
}

function monthOutcome(base: ScenarioBase[number], shocks: ScenarioShocks, month: number): Outcome[] {
  const others = factor(shocks.priceChangeBp) * factor(shocks.volumeChangeBp)
  const rest = {
    spendCents: cents(0),
    gmvCents: times(base.otherGmvCents, Math.round(others * ONE)),
    newBuyers: 0,
  }
  return [rest, ...base.channels.map((channel) => shockChannel(channel, shocks, month))]
}

/**
 * What a plan comes to if costs, returns or prices go differently (P4.18): spend, GMV, fee ratio and CAC by month and in all,
 * beside the expected ones. Deterministic; money rounded half up to the fen for each channel and month.
 * Errors: throws on a change of −100 % or less.
 * @example one off-site channel, +20 % a year, same volume: December's spend is 1.2 times what was planned
 */
export function runScenario(base: ScenarioBase, shocks: ScenarioShocks): ScenarioResult {
  const { costInflationBp, priceChangeBp, volumeChangeBp, roiChangeBp } = shocks
  for (const change of [costInflationBp, priceChangeBp, volumeChangeBp, ...Object.values(roiChangeBp)])
    assert(change > -10_000, 'nothing falls by 100 % or more')
  const before = base.map((month, i) => monthOutcome(month, NO_SHOCKS, i + 1))
  const after = base.map((month, i) => monthOutcome(month, shocks, i + 1))
  return {
    months: base.map(({ period }, i) => ({
      period,
      base: figuresOf(before[i] ?? []),
      shocked: figuresOf(after[i] ?? []),
    })),
    base: figuresOf(before.flat()),
    shocked: figuresOf(after.flat()),
  }
}
