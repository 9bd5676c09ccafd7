import { describe, expect, test } from 'vitest'
import { type ExposureCount, launchExposures, plantedOver } from './launch-exposures.ts'

const OPTIONS = { days: 7, dailyMean: 400, searchShare: 0.4 }
const sum = (counts: readonly ExposureCount[], of: ExposureCount['of']): number =>
  counts.reduce((total, count) => (count.of === of ? total + count.exposures : total), 0)
const overOf = (counts: readonly ExposureCount[]): number => sum(counts, 'launch') / sum(counts, 'like') - 1

/** Three standard errors of the ratio of two counts, by the delta method. */
function tolerance(counts: readonly ExposureCount[]): number {
  const [own, like] = [sum(counts, 'launch'), sum(counts, 'like')]
  return 3 * (own / like) * Math.sqrt(1 / own + 1 / like)
}

describe('[P5.07] exposures of a launch with a planted lift', () => {
  test.each([
    ['weight and creators', { searchLift: 0.5, seedingLift: 0.75 }, 0.65],
    ['weight alone', { searchLift: 0.5, seedingLift: 0 }, 0.2],
    ['nothing planted', { searchLift: 0, seedingLift: 0 }, 0],
  ])('%s: the truth is inside three standard errors in nearly every shop', (_, truth, expected) => {
    expect(plantedOver({ ...OPTIONS, truth })).toBeCloseTo(expected, 12)
    const misses = Array.from({ length: 200 }, (_, seed) =>
      launchExposures({ ...OPTIONS, seed: String(seed), truth }),
    ).filter((counts) => Math.abs(overOf(counts) - expected) > tolerance(counts))
    // 0.27 % of shops are outside by chance.
    expect(misses.length).toBeLessThanOrEqual(4)
  })

  test('the same seed gives the same days', () => {
    expect(launchExposures({ ...OPTIONS, seed: 'a' })).toEqual(launchExposures({ ...OPTIONS, seed: 'a' }))
  })
})
