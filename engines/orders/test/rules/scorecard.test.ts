import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  advanceTo,
  apply,
  areaUnderCurve,
  createAdmission,
  encodeFrame,
  FEATURE_COUNT,
  type LabelledOrder,
  NO_TERMS,
  readAnswer,
  readFeatures,
  SMALL_OPTIONS,
  scorecardWords,
  scoreWith,
  trainScorecard,
} from '../../src/index.ts'
import { fraudStream, type Labelled } from '../support/fraud-stream.ts'
import { idOf, NOON } from '../support/shop.ts'

const ORDERS = 6000
const SIZE = { ...SMALL_OPTIONS, orders: 8192, lines: 8192, replies: 8192, velocitySlots: 65_536 }

/** The features of each order as the core sees them at its instant. */
function withFeatures(stream: readonly Labelled[]): LabelledOrder[] {
  const core = createAdmission(SIZE)
  return stream.map(({ command, at, fraud }) => {
    advanceTo(core, at)
    const features = new Int32Array(FEATURE_COUNT)
    readFeatures(core, encodeFrame([command]), 0, 1, features)
    return { features, fraud }
  })
}

describe('a ranking', () => {
  it.each([
    { what: 'perfect', scores: [1, 2, 3, 4], frauds: [false, false, true, true], area: 1 },
    { what: 'the wrong way round', scores: [4, 3, 2, 1], frauds: [false, false, true, true], area: 0 },
    { what: 'all alike', scores: [5, 5, 5, 5], frauds: [false, true, false, true], area: 0.5 },
    { what: 'with one pair wrong of four', scores: [1, 3, 2, 4], frauds: [false, false, true, true], area: 0.75 },
    { what: 'without a fraud', scores: [1, 2], frauds: [false, false], area: null },
  ])('that is $what has the area $area', ({ scores, frauds, area }) => {
    expect(areaUnderCurve(scores.map((score, i) => ({ score, fraud: frauds[i] === true })))).toBe(area)
  })
})

describe('[P13.01] a scorecard learnt from labelled orders', () => {
  const past = withFeatures(fraudStream(createRng('fraud-past'), ORDERS))
  const model = trainScorecard(past, 1)
  const words = scorecardWords(model.bins)

  it('tells fraud it has not seen from honest orders: area under the curve at least 0.95', () => {
    const unseen = withFeatures(fraudStream(createRng('fraud-unseen'), ORDERS))
    const area = areaUnderCurve(unseen.map(({ features, fraud }) => ({ score: scoreWith(words, features), fraud })))
    expect(area).toBeGreaterThan(0.95)
  })

  it('inside the core stops most fraud, troubles three honest buyers in a hundred at most, and takes less than a millisecond', () => {
    const core = createAdmission(SIZE)
    const open = { kind: 'openItem', item: 1, itemKind: 'sku', stock: 99_999, terms: NO_TERMS, parts: [] } as const
    apply(
      core,
      encodeFrame([
        { ...open, id: idOf(1), issuedAt: NOON },
        { ...model, id: idOf(2), issuedAt: NOON },
      ]),
      NOON,
    )
    const stopped = { fraud: 0, honest: 0 }
    const total = { fraud: 0, honest: 0 }
    const times: number[] = []
    for (const { command, at, fraud } of fraudStream(createRng('fraud-live'), ORDERS)) {
      const frame = encodeFrame([command])
      const from = performance.now()
      apply(core, frame, at)
      times.push(performance.now() - from)
      total[fraud ? 'fraud' : 'honest']++
      if (readAnswer(core.answers, 0).code !== 'accepted') stopped[fraud ? 'fraud' : 'honest']++
    }
    expect(stopped.fraud / total.fraud).toBeGreaterThan(0.6)
    expect(stopped.honest / total.honest).toBeLessThan(0.03)
    times.sort((a, b) => a - b)
    expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(1)
  })
})
