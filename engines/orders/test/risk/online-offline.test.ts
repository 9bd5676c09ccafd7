import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  advanceTo,
  apply,
  type CommandOf,
  createAdmission,
  encodeFrame,
  FEATURE_COUNT,
  historyWord,
  NO_PROFILE,
  NO_TERMS,
  noteOrder,
  noteOutcome,
  type PastRequest,
  readAnswer,
  readOrder,
  replayFeatures,
  type ScorecardBin,
  SMALL_OPTIONS,
  scorecardWords,
  scoreWith,
} from '../../src/index.ts'
import { fraudStream } from '../support/fraud-stream.ts'
import { idOf, NOON, Shop } from '../support/shop.ts'

const SIZE = { ...SMALL_OPTIONS, orders: 2048, lines: 2048, replies: 2048, velocitySlots: 4096 }
const ORDERS = 600
const HOLD_MS = 3_000
const rng = createRng('online and offline')

/** Points for every feature at places of its own, so that two rows of features rarely score alike. */
const BINS: ScorecardBin[] = Array.from({ length: FEATURE_COUNT }, (_, feature) =>
  [0, 1, 2, 3, 5, 9, 30, 200, 600].map((from, i) => ({ feature, from, points: i === 0 ? 0 : rng.int(1500) + 1 })),
).flat()

/** Everybody is to be checked, so that every answer tells its score; a paid order is not held. */
const ALL_CHECKED = { kind: 'setScorecard', version: 1, verifyFrom: -1, denyFrom: 1_000_000, bins: BINS } as const

const stream = fraudStream(createRng('skew'), ORDERS).map(({ command, at }) => {
  const reserve = command as CommandOf<'reserve'>
  return { at, command: { ...reserve, signals: { ...reserve.signals, history: rng.int(0x7fffffff) } } }
})

function onlineScores(): number[] {
  const core = createAdmission(SIZE)
  apply(core, encodeFrame([{ ...ALL_CHECKED, id: idOf(1), issuedAt: NOON }]), NOON)
  const open = { kind: 'openItem', item: 1, itemKind: 'sku', stock: 99_999, terms: NO_TERMS, parts: [] } as const
  apply(core, encodeFrame([{ ...open, id: idOf(2), issuedAt: NOON }]), NOON)
  return stream.map(({ command, at }) => {
    apply(core, encodeFrame([command]), at)
    const { code, detail } = readAnswer(core.answers, 0)
    expect(code).toBe('verification_needed')
    return detail
  })
}

describe('[P13.01] what is learnt from is what is judged by', () => {
  it('features replayed from the orders of the past score exactly as the core scored when it decided', () => {
    const words = scorecardWords(BINS)
    const past: PastRequest[] = stream.map(({ command, at }) => ({ kind: 'order', at, command }))
    const offline = replayFeatures(past, SIZE.velocitySlots).map((features) => scoreWith(words, features))
    expect(offline).toEqual(onlineScores())
  })

  it('orders that lapsed unpaid count alike', () => {
    const core = createAdmission(SIZE)
    const shop = { buyer: [4, 4] as const, holdMs: HOLD_MS }
    const past: PastRequest[] = [
      { kind: 'order', at: NOON, command: { ...(stream[0]?.command as CommandOf<'reserve'>), ...shop } },
      { kind: 'lapse', at: NOON + HOLD_MS, buyer: [4, 4] },
      { kind: 'order', at: NOON + 10_000, command: { ...(stream[1]?.command as CommandOf<'reserve'>), ...shop } },
    ]
    const mild = { ...ALL_CHECKED, verifyFrom: 900_000, bins: BINS }
    const open = { kind: 'openItem', item: 1, itemKind: 'sku', stock: 9, terms: NO_TERMS, parts: [] } as const
    apply(
      core,
      encodeFrame([
        { ...mild, id: idOf(1), issuedAt: NOON },
        { ...open, id: idOf(2), issuedAt: NOON },
      ]),
      NOON,
    )
    const [first, , second] = past as [PastRequest & { kind: 'order' }, PastRequest, PastRequest & { kind: 'order' }]
    apply(core, encodeFrame([{ ...first.command, paid: false }]), NOON)
    advanceTo(core, NOON + 10_000)
    apply(core, encodeFrame([{ ...ALL_CHECKED, version: 2, id: idOf(3), issuedAt: NOON }]), NOON + 10_000)
    apply(core, encodeFrame([second.command]), NOON + 10_000)
    const [, features] = replayFeatures(past, SIZE.velocitySlots)
    expect(readAnswer(core.answers, 0).detail).toBe(scoreWith(scorecardWords(BINS), features ?? []))
    expect(readOrder(core, first.command.id)?.state).toBe('lapsed')
  })

  it('requests that do not stand in order of time are refused', () => {
    const [a, b] = stream
    if (!a || !b) throw new Error('the stream is empty')
    const swapped: PastRequest[] = [b, a].map(({ command, at }) => ({ kind: 'order', at, command }))
    expect(() => replayFeatures(swapped)).toThrow('order of time')
  })
})

describe('what is remembered of who orders', () => {
  const day = 86_400_000
  const spent = [0, 1, 2].reduce((known, n) => noteOrder(known, { cents: 10_000, at: NOON + n * day }), NO_PROFILE)
  const word = (buyer: typeof spent, cents: number, at = NOON + 3 * day) =>
    historyWord({ buyer, source: NO_PROFILE, device: NO_PROFILE }, { cents, at })

  it.each([
    { what: 'as usual is sixteen sixteenths', cents: 10_000, byte: 16 },
    { what: 'five times as much', cents: 50_000, byte: 80 },
    { what: 'a hundred times is as far as it goes', cents: 1_000_000, byte: 255 },
    { what: 'next to nothing is still known', cents: 1, byte: 1 },
  ])('an amount beside the usual: $what', ({ cents, byte }) => {
    expect(word(spent, cents) & 0xff).toBe(byte)
  })

  it('of a stranger nothing is known, and long ago fades away', () => {
    expect(word(NO_PROFILE, 10_000)).toBe(0)
    expect(word(spent, 10_000, NOON + 400 * day)).toBe(0)
  })

  it('frauds of a source count against it, less with every week, and good orders speak for it', () => {
    const fraud = noteOutcome(NO_PROFILE, { fraud: true, at: NOON })
    const good = noteOutcome(fraud, { fraud: false, at: NOON })
    const byte = (source: typeof fraud, at: number) =>
      (historyWord({ buyer: NO_PROFILE, source, device: NO_PROFILE }, { cents: 1, at }) >>> 16) & 0xff
    expect([byte(fraud, NOON), byte(fraud, NOON + 7 * day), byte(good, NOON)]).toEqual([51, 28, 43])
  })
})

describe('[P13.01] holding for a second check', () => {
  const signals = { source: [1, 1], device: [1, 2], accountAgeDays: 9, verified: false } as const
  const marks = { newAddress: false, newDevice: false, proxyNetwork: false }
  const shop = () => {
    const made = new Shop({ velocitySlots: 4096 })
    made.open(1, 'sku', 5)
    made.send(ALL_CHECKED)
    return made
  }

  it('holds the stock and says that a check is needed; a repeat says the same', () => {
    const made = shop()
    const wish = { id: [7, 7, 7, 7] as const, issuedAt: NOON, lines: [{ item: 1 }] }
    const asked = { ...wish, signals: { ...signals, ...marks, holdForCheck: true } }
    expect(made.reserve(asked)).toMatchObject({ code: 'accepted', checkNeeded: true })
    expect(made.item(1).held).toBe(1)
    expect(made.reserve(asked)).toMatchObject({ code: 'accepted', repeated: true, checkNeeded: true })
  })

  it('never where the order would be sold at once, nor where nobody said that the order can wait', () => {
    const made = shop()
    const held = { ...signals, ...marks, holdForCheck: true }
    expect(made.reserve({ paid: true, signals: held, lines: [{ item: 1 }] }).code).toBe('verification_needed')
    expect(made.reserve({ signals: { ...signals, ...marks }, lines: [{ item: 1 }] }).code).toBe('verification_needed')
    expect(made.item(1).held).toBe(0)
  })
})
