import { dampedHolt, ets, holt, ses } from './ets/ets-models.ts'
import type { ModelId } from './forecast.ts'
import { adida } from './intermittent/adida.ts'
import { croston, sba } from './intermittent/croston.ts'
import { tsb } from './intermittent/tsb.ts'
import type { Model } from './model.ts'
import { holtWintersAdditive, holtWintersMultiplicative } from './smoothing/holt-winters.ts'
import { drift, naive, seasonalNaive } from './smoothing/naive.ts'
import { theta } from './theta/theta.ts'

/** The models that know a history and its season, and nothing of events or regressors. */
export const CLASSICAL_MODELS: Readonly<Record<Exclude<ModelId, 'decomposition'>, Model>> = {
  naive,
  drift,
  seasonalNaive,
  ses,
  holt,
  dampedHolt,
  holtWintersAdditive,
  holtWintersMultiplicative,
  ets,
  theta,
  croston,
  sba,
  tsb,
  adida,
}
