import type { Candidate } from '../candidate.ts'
import { adjustedCandidate, decompositionCandidate, makeDecomposer, modelOf, plainCandidate } from '../candidates.ts'
import { OTHER_TEMPERS, USUAL_TEMPER } from '../decomposition/decomposition.ts'
import type { Influence } from '../decomposition/influences.ts'
import { buildStructure, type Structure } from '../decomposition/structure.ts'
import type { ForecastRequest, ForecastWarning } from '../forecast.ts'
import type { History } from '../series/prepare-history.ts'
import { candidateIds } from './candidate-ids.ts'

/** What is tried on a history, and what to warn of: events never seen, regressors planned beyond what was seen. */
export function makeCandidates(
  history: History,
  request: ForecastRequest,
): { candidates: Candidate[]; warnings: ForecastWarning[]; influences: () => Influence[] } {
  const { events = [], horizon, model = 'auto' } = request
  const regressors = (request.regressors ?? []).map((r) => ({ ...r, values: r.values.slice(history.dropped) }))
  const structure = buildStructure(history, { horizon, events, regressors })
  const usual = makeDecomposer(history, structure, { temper: USUAL_TEMPER, usual: null })
  const others = OTHER_TEMPERS.map((temper) => makeDecomposer(history, structure, { temper, usual }))
  const decomposition = decompositionCandidate([usual, ...others])
  const influenced = structure.events.length + structure.regressors.length > 0
  const warnings = warningsOf(structure)
  const influences = (): Influence[] =>
    structure.regressors.length > 0 ? (usual(history.values.length)?.influences ?? []) : []
  if (model === 'decomposition') return { candidates: [decomposition], warnings, influences }
  if (model !== 'auto')
    return { candidates: [plainCandidate(model, modelOf(model, 'asked'), history)], warnings: [], influences: () => [] }
  const classical = candidateIds(history).map((id) => {
    const adjusted = influenced && id !== 'naive' && id !== 'seasonalNaive'
    return adjusted
      ? adjustedCandidate(id, modelOf(id, 'choosing'), history, usual)
      : plainCandidate(id, modelOf(id, 'choosing'), history)
  })
  return { candidates: [decomposition, ...classical], warnings, influences }
}

const warningsOf = ({ unseen, beyond }: Structure): ForecastWarning[] => [
  ...(unseen.length > 0 ? [{ code: 'eventUnseen' as const, detail: unseen.join(', ') }] : []),
  ...(beyond.length > 0 ? [{ code: 'regressorBeyondHistory' as const, detail: beyond.join(', ') }] : []),
]
