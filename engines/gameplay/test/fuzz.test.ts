import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnyProgramme, examplesOn, type Fields, GAMES, PROGRAMMES, readValues } from '../src/index.ts'
import { SEED, TODAY } from './programmes/play-programme.ts'

const scalar = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', 'a', 'shop', '2026-02-30', '2026-06-01', '9'.repeat(300)),
  fc.constantFrom<unknown>(-1, 0, 1, 2, 0.5, 9999, 10_000, 1e12, Number.MAX_SAFE_INTEGER, Number.NaN),
)
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.array(fc.dictionary(fc.constantFrom('skuId', 'valueCents', 'partner', 'option', 'times', 'feeBp'), scalar), {
    maxLength: 3,
  }),
)

/** Sound values with some of them replaced, dropped or joined by others. */
const valuesLike = (fields: Fields) => {
  const names = [...Object.keys(fields), 'unknown']
  return fc
    .dictionary(fc.constantFrom(...names), fc.option(anyValue, { nil: undefined }), { maxKeys: 2 })
    .map((changes) => ({ ...examplesOn(fields, TODAY), ...changes }))
}

const MOMENT = { atMs: 0, day: TODAY, seed: SEED }

/** Opens a case by every command that may, with whatever it asks for; what is refused is refused by a word. */
function play(programme: AnyProgramme, terms: unknown, valuesOf: (fields: Fields) => unknown): void {
  let desk = programme.start(terms)
  for (const command of Object.values(programme.commands)) {
    const read = readValues(command.fields, valuesOf(command.fields))
    if (!read.ok || command.opens === 'no') continue
    const buyer = { isNew: true, tier: 0, cases: 0 }
    const step = { terms, desk, state: null, caseId: 'c', buyer, command: read.value, others: [], moment: MOMENT }
    const answer = command.play(step)
    if (!answer.ok) {
      expect(typeof answer.error.code).toBe('string')
      continue
    }
    desk = answer.value.desk
    for (const { lines } of answer.value.entries) expect(lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(0)
    programme.published(terms, desk)
  }
}

describe('whatever is sent to a programme', () => {
  it.each(PROGRAMMES.map((programme) => [programme.programme, programme] as const))(
    '[P4.08] %s: terms and values of any shape are refused with every problem, or played',
    (_kind, programme) => {
      fc.assert(
        fc.property(valuesLike(programme.terms), fc.infiniteStream(anyValue), (asked, anything) => {
          const read = readValues(programme.terms, asked)
          if (!read.ok) {
            expect(read.error.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true)
            return
          }
          if (programme.check(read.value).length > 0) return
          play(programme, read.value, (fields) => {
            const values: Record<string, unknown> = examplesOn(fields, TODAY)
            const [name] = Object.keys(fields)
            return name === undefined ? values : { ...values, [name]: anything.next().value }
          })
        }),
        { seed: 408, numRuns: 120 },
      )
    },
  )
})

describe('whatever a game is set up with', () => {
  const count = fc.constantFrom(0, 1, 2, 3, 100, 9999, 10_000, 20_000, 1e8, 1e12, Number.MAX_SAFE_INTEGER)
  const settings = fc.record(
    {
      ...{ size: count, minutes: count, priceCents: count, groupsMax: count, listedCents: count, floorCents: count },
      ...{
        helps: count,
        hours: count,
        days: count,
        levels: count,
        leastCents: count,
        mostCents: count,
        expandBp: count,
      },
      ...{
        perBuyerMax: count,
        budgetCents: count,
        sharesExpected: count,
        opensBp: count,
        openHours: count,
        poolCents: count,
      },
      ...{ packets: count, chanceBp: count, ticketsPerBuyerMax: count, minAge: count },
      newBuyersOnly: fc.boolean(),
      paysToJoin: fc.boolean(),
      asksConsent: fc.boolean(),
      hasFreeEntry: fc.boolean(),
      channels: fc.array(fc.constantFrom('app', 'wechat'), { maxLength: 2 }),
      steps: fc.array(fc.record({ invites: count, reward: fc.constant({ kind: 'cash', cents: 1 }) }), { maxLength: 3 }),
      prizes: fc.array(fc.record({ prizeId: fc.constant('p'), valueCents: count, count }), { maxLength: 3 }),
      entry: fc.constantFrom('purchase', 'points'),
      from: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
      until: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'),
    },
    {},
  )

  it.each(GAMES.map((game) => [game.game, game] as const))(
    '[P6.37] %s: settings are refused with their reasons, or a round opens and shows its progress',
    (_name, game) => {
      fc.assert(
        fc.property(settings, (given) => {
          const problems = game.check(given)
          if (problems.length > 0) {
            expect(problems.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true)
            return
          }
          const state = game.open(given, { roundId: 'r', buyerId: 'b', atMs: 0, seed: SEED })
          expect(game.progress(given, state, 1).done).toBeGreaterThanOrEqual(0)
        }),
        { seed: 637, numRuns: 200 },
      )
    },
  )
})
