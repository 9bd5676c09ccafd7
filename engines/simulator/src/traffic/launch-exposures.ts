import { createRng } from '@zhanggui/kernel'

/** Planted: how much more search shows of a launch while its weight lasts, and how much more everything else does once creators post. */
export type LaunchTruth = { searchLift: number; seedingLift: number }

/** A weight of half as much again in search; creators bring three quarters more elsewhere. */
export const LAUNCH_TRUTH: LaunchTruth = { searchLift: 0.5, seedingLift: 0.75 }

export type LaunchExposures = {
  seed: string
  days: number
  /** Mean exposures a day of a launch that nobody lifts. */
  dailyMean: number
  /** Of them by search. */
  searchShare: number
  truth?: LaunchTruth
}

/** Exposures of one day of the launch, or of the launch like it; `day` counts from each one's own first day. */
export type ExposureCount = { of: 'launch' | 'like'; day: number; channel: 'search' | 'recommend'; exposures: number }

/** What a launch has over a launch like it when the planted truth is all there is. */
export const plantedOver = ({
  searchShare,
  truth = LAUNCH_TRUTH,
}: Pick<LaunchExposures, 'searchShare' | 'truth'>): number =>
  searchShare * truth.searchLift + (1 - searchShare) * truth.seedingLift

/** Exposures of a lifted launch and of one like it that nobody lifted, counted with the noise of counts (P5.07). Same seed, same days. */
export function launchExposures(options: LaunchExposures): ExposureCount[] {
  const { seed, days, dailyMean, searchShare, truth = LAUNCH_TRUTH } = options
  const rng = createRng(`launch-exposures/${seed}`)
  const means = { search: dailyMean * searchShare, recommend: dailyMean * (1 - searchShare) }
  const lifts = { search: truth.searchLift, recommend: truth.seedingLift }
  return Array.from({ length: days }, (_, day) =>
    (['launch', 'like'] as const).flatMap((of) =>
      (['search', 'recommend'] as const).map((channel): ExposureCount => {
        const lift = of === 'launch' ? 1 + lifts[channel] : 1
        return { of, day, channel, exposures: rng.poisson(means[channel] * lift) }
      }),
    ),
  ).flat()
}
