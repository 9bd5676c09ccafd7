import { type Candidate, type CandidateFit, meanOfFits } from './candidate.ts'
import { CLASSICAL_MODELS } from './classical-models.ts'
import { type Decomposition, decomposeUntil, influenceAt, type Temper } from './decomposition/decomposition.ts'
import { forecastDecomposition } from './decomposition/forecast-decomposition.ts'
import type { Structure } from './decomposition/structure.ts'
import { dampedHoltBrief, etsBrief } from './ets/ets-models.ts'
import type { ModelId } from './forecast.ts'
import type { Model, ModelFit } from './model.ts'
import { filledUntil, type History } from './series/prepare-history.ts'

/** The decomposition fitted to what lies before an end; each end is fitted once. */
export type Decomposer = (end: number) => Decomposition | null

export function makeDecomposer(
  history: History,
  structure: Structure,
  { temper, usual }: { temper: Temper; usual: Decomposer | null },
): Decomposer {
  const known = new Map<number, Decomposition | null>()
  // Starting from a fit nearby saves most of the work; never from one that saw more.
  const near = (end: number): Decomposition | null => {
    if (usual) return usual(end)
    const earlier = [...known.keys()].filter((k) => k < end)
    return earlier.length === 0 ? null : (known.get(Math.max(...earlier)) ?? null)
  }
  return (end) => {
    const before = known.get(end)
    if (before !== undefined) return before
    const found = decomposeUntil(history, structure, { end, temper, near: near(end) })
    known.set(end, found)
    return found
  }
}

/**
 * A temper's weight falls by e with this much less evidence. 1 would be Bayes' rule if errors were independent; they are not, and
 * 6 did best on held-out sales.
 */
const EVIDENCE_UNIT = 6

/** The decomposition: the mean of its tempers, weighted by what the history says for each. */
export const decompositionCandidate = (decomposers: readonly Decomposer[]): Candidate => ({
  id: 'decomposition',
  fit: (end, horizon) => {
    const found = decomposers.map((decomposer) => decomposer(end)).filter((one) => one !== null)
    const most = found.reduce((top, { fit }) => Math.max(top, fit.evidence), Number.NEGATIVE_INFINITY)
    const parts = found.flatMap((one) => {
      const fit = forecastDecomposition(one, horizon)
      return fit ? [{ fit, weight: Math.exp((one.fit.evidence - most) / EVIDENCE_UNIT) }] : []
    })
    const sum = parts.reduce((total, { weight }) => total + weight, 0)
    return sum > 0 ? meanOfFits(parts.map(({ fit, weight }) => ({ fit, weight: weight / sum }))) : null
  },
})

const withoutInfluences = (fit: ModelFit): CandidateFit => ({
  ...fit,
  event: new Float64Array(fit.mean.length),
  promotion: new Float64Array(fit.mean.length),
})

/** A classical model on the history as it is. */
export const plainCandidate = (id: ModelId, model: Model, history: History): Candidate => ({
  id,
  fit: (end, horizon) => {
    const fit = model({ history: filledUntil(history, end), horizon, season: history.season })
    return fit && hideUnknown(withoutInfluences(fit), history)
  },
})

/** Fitted values of periods that nobody knows must not be compared with their estimates. */
function hideUnknown(fit: CandidateFit, history: History): CandidateFit {
  const fitted = fit.fitted.map((v, t) => (Number.isNaN(history.values[t]) ? Number.NaN : v))
  return { ...fit, fitted }
}

/** A classical model on the history cleared of events and promotions, their influence put back onto its forecast. */
export const adjustedCandidate = (id: ModelId, model: Model, history: History, decomposer: Decomposer): Candidate => ({
  id,
  fit: (end, horizon) => {
    const found = decomposer(end)
    if (!found) return null
    const visible = filledUntil(history, end)
    const log = found.link === 'log'
    const cleared = visible.map((v, t) => (log ? v / influenceAt(found, t) : v - influenceAt(found, t)))
    const fit = model({ history: cleared, horizon, season: history.season })
    return fit && hideUnknown(putBack(fit, found, end), history)
  },
})

function putBack(fit: ModelFit, found: Decomposition, end: number): CandidateFit {
  const log = found.link === 'log'
  const restore = (v: number, t: number): number => (log ? v * influenceAt(found, t) : v + influenceAt(found, t))
  const event = fit.mean.map((v, h) => {
    const e = found.parts.event[end + h] as number
    return log ? v * Math.expm1(e) : e * found.unit
  })
  const mean = fit.mean.map((v, h) => restore(v, end + h))
  const promotion = mean.map((v, h) => v - (fit.mean[h] as number) - (event[h] as number))
  return { ...fit, mean, event, promotion, fitted: fit.fitted.map(restore) }
}

/** Quicker ways of the same models, for trying them on every origin. */
const BRIEF: Partial<Record<ModelId, Model>> = { ets: etsBrief, dampedHolt: dampedHoltBrief }

export const modelOf = (id: Exclude<ModelId, 'decomposition'>, purpose: 'asked' | 'choosing'): Model =>
  (purpose === 'choosing' ? BRIEF[id] : undefined) ?? CLASSICAL_MODELS[id]
