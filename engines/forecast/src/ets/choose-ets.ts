import { type EtsForm, etsForms } from './ets-form.ts'
import { type EtsFit, fitEts } from './fit-ets.ts'

/** The form with the least AICc among `forms` (all that suit the values, unless given); null when none can be fitted. */
export function chooseEts(
  values: Float64Array,
  filled: Float64Array,
  options: { season: number; states: 'fitted' | 'heuristic'; forms?: readonly EtsForm[] },
): EtsFit | null {
  const forms = options.forms ?? etsForms({ positive: filled.every((v) => v > 0), season: options.season })
  let best: EtsFit | null = null
  for (const form of forms) {
    const fit = fitEts(values, filled, { ...options, form })
    if (fit && Number.isFinite(fit.aicc) && (best === null || fit.aicc < best.aicc)) best = fit
  }
  return best
}
