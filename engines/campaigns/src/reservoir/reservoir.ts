import { assert } from '@zhanggui/kernel'

/** People who did something before the burst, and what share of such people bought in the last one, as counts. */
export type ReservoirSource = {
  /** 加购, 收藏, 定金, 领券, 会员 … */
  id: string
  people: number
  /** Of the last campaign: how many did it, and how many of them bought in its burst. */
  before: { people: number; buyers: number }
}

export type ReservoirForecast = {
  buyers: number
  paidCents: number
  /** One standard error of the buyers, from the size of the last campaign alone. */
  buyersError: number
  /** What the target asks for beyond the forecast; 0 when it is reached. */
  missingCents: number
  /** How many more people of each source alone would fill the gap; null for a source that never bought. */
  missingPeople: { id: string; people: number | null }[]
}

const rateOf = ({ before }: ReservoirSource): number => (before.people === 0 ? 0 : before.buyers / before.people)

/** The error of a share that was itself seen once only, and of the buyers who then come or do not. */
function varianceOf(source: ReservoirSource): number {
  const rate = rateOf(source)
  const ofRate = source.before.people === 0 ? 0 : (rate * (1 - rate)) / source.before.people
  return source.people ** 2 * ofRate + source.people * rate * (1 - rate)
}

/**
 * What the reservoir (蓄水) will bring in the burst, against the target (P3.17). Sources are groups of people that do not overlap:
 * whoever is in several counts in the one that buys most often.
 * Shape: `aovCents` paid per buyer in the last burst; `otherCents` what the burst takes from people outside the reservoir.
 * Errors: throws on counts below zero and on more buyers than people.
 */
export function forecastReservoir(given: {
  sources: readonly ReservoirSource[]
  aovCents: number
  otherCents: number
  targetCents: number
}): ReservoirForecast {
  const { sources, aovCents, otherCents, targetCents } = given
  for (const { people, before } of sources)
    assert(people >= 0 && before.buyers >= 0 && before.buyers <= before.people, 'buyers are some of the people')
  const buyers = sources.reduce((sum, source) => sum + source.people * rateOf(source), 0)
  const paidCents = Math.round(buyers * aovCents) + otherCents
  const missingCents = Math.max(0, targetCents - paidCents)
  const worth = (source: ReservoirSource): number => rateOf(source) * aovCents
  return {
    buyers,
    paidCents,
    buyersError: Math.sqrt(sources.reduce((sum, source) => sum + varianceOf(source), 0)),
    missingCents,
    missingPeople: sources.map((source) => ({
      id: source.id,
      people: worth(source) > 0 ? Math.ceil(missingCents / worth(source)) : null,
    })),
  }
}
