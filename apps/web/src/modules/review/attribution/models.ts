import type { AttributionModel } from '@zhanggui/contract'

/** In the order of the table: rules first, then what learns from people who left. */
export const MODELS: readonly AttributionModel[] = [
  'last',
  'first',
  'linear',
  'timeDecay',
  'position',
  'markov',
  'shapley',
]

/** What the URL says; anything else is the model that is fairest to overlaps. */
export const readModel = (text: string | null): AttributionModel => MODELS.find((m) => m === text) ?? 'shapley'
