import { describe, expect, test } from 'vitest'
import {
  type Attempt,
  chooseProvider,
  DEFAULT_HEALTH,
  feeCents,
  hearNotice,
  hearTruth,
  letTimePass,
  newHealth,
  noteTry,
  type ProviderHealth,
  reconcile,
  type TryOutcome,
} from '../../src/index.ts'

const ATTEMPT: Attempt = {
  attemptId: 'a1',
  orderId: 'o1',
  providerId: 'p',
  cents: 9900,
  state: 'sent',
  sentAt: 1,
  answeredAt: 0,
  contradictions: 0,
}
const TERMS = [
  { providerId: 'cheap', feeBp: 38, feeFixedCents: 0, isOn: true },
  { providerId: 'dear', feeBp: 60, feeFixedCents: 0, isOn: true },
]

const after = (outcomes: readonly TryOutcome[], health: ProviderHealth = newHealth('cheap')): ProviderHealth =>
  outcomes.reduce((known, outcome) => noteTry(known, outcome, 1000, DEFAULT_HEALTH), health)
const ask = (
  health: ProviderHealth[],
  current: string | undefined,
  more: { tried?: string[]; switchBp?: number } = {},
) =>
  chooseProvider({
    amountCents: 10_000,
    terms: TERMS,
    health: new Map(health.map((h) => [h.providerId, h])),
    current,
    tried: [],
    policy: DEFAULT_HEALTH,
    switchBp: 10,
    ...more,
  })

describe('[P7.05] a notice of a provider', () => {
  const charged = { attemptId: 'a1', outcome: 'charged', cents: 9900 } as const
  const failed = { ...charged, outcome: 'declined' } as const
  test.each([
    ['money that came is taken', ATTEMPT, charged, { state: 'charged', takeMoney: true, ask: false }],
    [
      'told twice it is told on twice',
      { ...ATTEMPT, state: 'charged' },
      charged,
      { state: 'charged', takeMoney: true, ask: false },
    ],
    [
      '"failed" after money came is not believed but asked',
      { ...ATTEMPT, state: 'charged' },
      failed,
      { state: 'charged', takeMoney: false, ask: true },
    ],
    [
      '"charged" after "failed" is not believed but asked',
      { ...ATTEMPT, state: 'failed' },
      charged,
      { state: 'failed', takeMoney: false, ask: true },
    ],
    [
      'another amount is not believed but asked',
      ATTEMPT,
      { ...charged, cents: 1 },
      { state: 'sent', takeMoney: false, ask: true },
    ],
    [
      'a late answer of a try that was given up counts',
      { ...ATTEMPT, state: 'unsure' },
      charged,
      { state: 'charged', takeMoney: true, ask: false },
    ],
  ] as const)('%s', (_, attempt, notice, wanted) => {
    const { attempt: moved, takeMoney, ask: asks } = hearNotice(attempt as Attempt, notice, 5)
    expect({ state: moved.state, takeMoney, ask: asks }).toEqual(wanted)
  })

  test('asked, a provider that has the money ends every doubt; one that has not leaves a paid order paid', () => {
    expect(hearTruth({ ...ATTEMPT, state: 'failed' }, charged, 5)).toMatchObject({ takeMoney: true })
    expect(hearTruth({ ...ATTEMPT, state: 'charged' }, 'unknown', 5).attempt.state).toBe('charged')
    expect(hearTruth({ ...ATTEMPT, state: 'unsure' }, 'unknown', 5).attempt.state).toBe('failed')
  })
})

describe('[P7.05] health and cost of providers', () => {
  test('three failures in a row take a provider down at once; buyers without money do not', () => {
    expect(after(['fine', 'timeout', 'error', 'timeout']).state).toBe('down')
    expect(after(Array.from({ length: 40 }, () => 'fine')).state).toBe('up')
  })

  test('a third of the last tries failing takes it down although none fail in a row', () => {
    const pattern = Array.from({ length: 30 }, (_, i): TryOutcome => (i % 3 === 2 ? 'error' : 'fine'))
    expect(after(pattern).state).toBe('down')
  })

  test('it rests, is tried out, and comes back after five good tries; a relapse rests twice as long', () => {
    const down = after(['error', 'error', 'error'])
    expect(letTimePass(down, 1000 + DEFAULT_HEALTH.restMs - 1).state).toBe('down')
    const probing = letTimePass(down, 1000 + DEFAULT_HEALTH.restMs)
    expect(probing.state).toBe('probing')
    expect(after(['fine', 'fine', 'fine', 'fine'], probing).state).toBe('probing')
    expect(after(['fine', 'fine', 'fine', 'fine', 'fine'], probing).state).toBe('up')
    expect(after(['error'], probing)).toMatchObject({ state: 'down', restMs: DEFAULT_HEALTH.restMs * 2 })
  })

  test('late answers of tries that were sent before do not change a provider that is down', () => {
    const down = after(['error', 'error', 'error'])
    expect(after(['fine', 'fine', 'error'], down)).toEqual(down)
  })

  test('the cheapest that is well is asked; a current one is kept while the other saves too little', () => {
    expect(ask([], undefined)).toEqual({ providerId: 'cheap', why: 'cheaper' })
    expect(ask([], 'dear')).toEqual({ providerId: 'cheap', why: 'cheaper' })
    expect(ask([], 'dear', { switchBp: 22 })).toEqual({ providerId: 'dear', why: 'current' })
    expect(TERMS.map((terms) => feeCents(terms, 10_000))).toEqual([38, 60])
  })

  test('when the current one is down the other is asked; one that this payment was tried at comes last', () => {
    expect(ask([after(['error', 'error', 'error'])], 'cheap')).toEqual({ providerId: 'dear', why: 'current_down' })
    expect(ask([], 'cheap', { tried: ['cheap'] })?.providerId).toBe('dear')
    expect(ask([], 'cheap', { tried: ['cheap', 'dear'] })?.providerId).toBe('cheap')
  })

  test('with all of them down the one that has rested longest is asked rather than nobody', () => {
    const both = [
      { ...after(['error', 'error', 'error']), since: 5 },
      { ...after(['error', 'error', 'error']), providerId: 'dear', since: 4 },
    ]
    expect(ask(both, 'cheap')).toEqual({ providerId: 'dear', why: 'last_resort' })
  })

  test('a switch to and fro takes at least the rest: a provider that fails every second try does not flap', () => {
    let health = newHealth('cheap')
    let switches = 0
    let current = 'cheap'
    for (let second = 0; second < 600; second++) {
      health = letTimePass(health, second * 1000)
      const choice = ask([health], current)
      if (choice && choice.providerId !== current) switches++
      current = choice?.providerId ?? current
      if (current === 'cheap') health = noteTry(health, second % 2 ? 'error' : 'fine', second * 1000, DEFAULT_HEALTH)
    }
    expect(switches).toBeLessThanOrEqual(14)
  })
})

describe('[P7.05] a statement against the books', () => {
  const line = { kind: 'charge', attemptId: 'a1', cents: 9900 } as const
  const paid: Attempt = { ...ATTEMPT, state: 'charged' }
  const refund = { refundId: 'r1', attemptId: 'a1', cents: 100, isDone: true }
  test.each([
    ['agree', [paid], [], [line], []],
    ['money we never heard of', [ATTEMPT], [], [line], ['unheard_charge']],
    ['money they do not know', [paid], [], [], ['missing_charge']],
    ['another amount', [paid], [], [{ ...line, cents: 1 }], ['amount_differs']],
    ['charged twice', [paid], [], [line, line], ['charged_twice']],
    ['nothing of ours', [], [], [line], ['unknown']],
    ['a refund they do not know', [paid], [refund], [line], ['missing_refund']],
    [
      'a refund we never heard of',
      [paid],
      [{ ...refund, isDone: false }],
      [line, { kind: 'refund', refundId: 'r1', attemptId: 'a1', cents: 100 }],
      ['unheard_refund'],
    ],
  ] as const)('%s', (_, attempts, refunds, statement, kinds) => {
    expect(reconcile({ attempts, refunds }, statement).map(({ kind }) => kind)).toEqual(kinds)
  })
})
