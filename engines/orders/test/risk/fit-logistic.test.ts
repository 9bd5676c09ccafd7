import { describe, expect, it } from 'vitest'
import { fitLogistic, type LogisticOptions } from '../../src/index.ts'

const AS_TEXTBOOKS: LogisticOptions = { ridge: 0, tolerance: 1e-10, roundsMax: 20_000 }

/**
 * Twenty students, hours of study and whether they passed; fitted in Wikipedia, "Logistic regression", example "Probability of
 * passing an exam versus hours of study": intercept −4.1, hours 1.5; with R's glm −4.0777 and 1.5046.
 */
const HOURS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5]
const PASSED = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1]

/**
 * `mtcars` of R (Henderson & Velleman 1981): gross horsepower and weight of 32 cars, and whether the gearbox is manual.
 * `glm(am ~ hp + wt, binomial)` prints 18.86630, 0.03626, −8.08348.
 */
const HP = [
  110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150, 150, 245, 175,
  66, 91, 113, 264, 175, 335, 109,
]
const WT = [
  2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615,
  1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
]
const MANUAL = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]

const fit = (columns: readonly number[][], outcomes: readonly number[], options = AS_TEXTBOOKS) =>
  fitLogistic({ columns: columns.map((c) => Float64Array.from(c)), outcomes: Uint8Array.from(outcomes) }, options)

describe('[P13.01] logistic regression', () => {
  it('gives the published coefficients of students and hours', () => {
    const { intercept, weights } = fit([HOURS], PASSED)
    expect(intercept).toBeCloseTo(-4.0777, 4)
    expect(weights[0]).toBeCloseTo(1.5046, 4)
  })

  it('gives the published coefficients of two columns that go together', () => {
    const { intercept, weights, converged } = fit([HP, WT], MANUAL)
    expect(converged).toBe(true)
    expect(intercept).toBeCloseTo(18.8663, 3)
    expect(weights[0]).toBeCloseTo(0.03626, 5)
    expect(weights[1]).toBeCloseTo(-8.08348, 3)
  })

  it('says that it did not come to an end where the outcomes can be told apart without error', () => {
    expect(fit([[1, 2, 3, 4]], [0, 0, 1, 1], { ...AS_TEXTBOOKS, roundsMax: 50 }).converged).toBe(false)
  })

  it('a column that is the same everywhere weighs nothing', () => {
    expect(fit([HOURS, HOURS.map(() => 7)], PASSED).weights[1]).toBe(0)
  })
})
