/** A form of exponential smoothing: error A or M; trend none, A or damped Ad; season none, A or M. */
export type EtsForm = { error: 'A' | 'M'; trend: 'N' | 'A' | 'Ad'; season: 'N' | 'A' | 'M' }

/** @example etsName({ error: 'M', trend: 'Ad', season: 'M' }) // 'ETS(M,Ad,M)' */
export const etsName = ({ error, trend, season }: EtsForm): string => `ETS(${error},${trend},${season})`

const ERRORS = ['A', 'M'] as const
const TRENDS = ['N', 'A', 'Ad'] as const
const SEASONS = ['N', 'A', 'M'] as const

/**
 * The forms to choose among: the fifteen that R `ets` tries by default, without (A,·,M), whose variance is not finite.
 * Multiplicative errors and seasons need positive values; a season needs `season` ≥ 2 and is left out above 24, as in R.
 */
export function etsForms(options: { positive: boolean; season: number }): EtsForm[] {
  const seasons = SEASONS.filter((s) => s === 'N' || (options.season >= 2 && options.season <= 24))
  return ERRORS.flatMap((error) =>
    TRENDS.flatMap((trend) => seasons.map((season) => ({ error, trend, season }))),
  ).filter(
    ({ error, season }) =>
      !(error === 'A' && season === 'M') && (options.positive || (error === 'A' && season !== 'M')),
  )
}
