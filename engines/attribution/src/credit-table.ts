import { ratio, roundToSum } from '@zhanggui/kernel'
import type { IndexedJourneys } from './journeys/index-journeys.ts'
import { UNTRACKED } from './journeys/journey.ts'
import type { Credit } from './rules/rule-credit.ts'
import { RULES } from './rules/rule-weights.ts'
import type { ChannelValues } from './shapley/channel-values.ts'

export const MODELS = [...RULES, 'markov', 'shapley'] as const
export type Model = (typeof MODELS)[number]

/** A channel's part by one model: orders (not whole), fen, and its share of all of the money. */
export type ModelCredit = { conversions: number; paidCents: number; share: number | null }

export type ChannelCredit = {
  /** `UNTRACKED` for orders that nobody was seen on the way to. */
  channel: string
  models: Record<Model, ModelCredit>
  /** Share of the purchases that would be lost without the channel; null for what is not tracked. */
  removal: number | null
  /** Standard error of the channel's Shapley share; 0 where it is exact. */
  shapleyError: number
}

type Part = { conversions: number; paidCents: number }

const modelsOf = (partOf: (model: Model) => Part, totalCents: number): Record<Model, ModelCredit> =>
  Object.fromEntries(
    MODELS.map((model) => {
      const part = partOf(model)
      return [model, { ...part, share: ratio(part.paidCents, totalCents) }]
    }),
  ) as Record<Model, ModelCredit>

/** Whole fen, so that a model's column adds up to what was paid. */
function wholeFen(credits: Record<Model, Credit>, trackedCents: number): Record<Model, number[]> {
  const columns = MODELS.map((model) => [model, roundToSum(credits[model].paidCents, trackedCents)])
  return Object.fromEntries(columns) as Record<Model, number[]>
}

/** Every model's credit as one row a channel; the last row is what was not tracked, where there is any. */
export function creditTable(
  { channels, total, untracked }: IndexedJourneys,
  credits: Record<Model, Credit>,
  learned: { removal: readonly number[]; shapley: ChannelValues },
): ChannelCredit[] {
  const fen = wholeFen(credits, total.paidCents - untracked.paidCents)
  const worth = learned.shapley.values.reduce((sum, { value }) => sum + value, 0)
  const rows = channels.map(
    (channel, i): ChannelCredit => ({
      channel,
      models: modelsOf(
        (model) => ({ conversions: credits[model].conversions[i] ?? 0, paidCents: fen[model][i] ?? 0 }),
        total.paidCents,
      ),
      removal: learned.removal[i] ?? null,
      shapleyError: ratio(learned.shapley.values[i]?.standardError ?? 0, worth) ?? 0,
    }),
  )
  if (untracked.conversions === 0 && untracked.paidCents === 0) return rows
  const models = modelsOf(() => untracked, total.paidCents)
  return [...rows, { channel: UNTRACKED, models, removal: null, shapleyError: 0 }]
}
