import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnyProgramme, PROGRAMMES } from '../../src/index.ts'
import { inDays, playProgramme } from './play-programme.ts'

/** Any commands with their sample values, to a few cases, on days that go on; time passes between them. */
const course = (programme: AnyProgramme) =>
  fc.array(
    fc.record({
      command: fc.constantFrom(...Object.keys(programme.commands)),
      caseId: fc.constantFrom('a', 'b', 'c'),
      wait: fc.nat(12),
      isNew: fc.boolean(),
    }),
    { maxLength: 25 },
  )

type Step = { command: string; caseId: string; wait: number; isNew: boolean }

function run(programme: AnyProgramme, steps: readonly Step[]) {
  const shop = playProgramme(programme.programme)
  let day = 0
  const codes = steps.map(({ command, caseId, wait, isNew }) => {
    day += wait
    shop.tick(inDays(day))
    const { opens } = programme.commands[command] ?? {}
    const known = shop.has(caseId)
    if ((opens === 'new' && known) || (opens === 'no' && !known)) return 'not asked'
    return shop.play(command, caseId, {}, { day: inDays(day), buyer: { isNew } })
  })
  return { shop, codes }
}

describe('whatever is commanded, whenever', () => {
  it.each(PROGRAMMES.map((p) => [p.programme, p] as const))(
    '[P4.08] %s: books come to nothing, every entry and effect has a name of its own, statuses are declared, the same again is the same',
    (_id, programme) => {
      fc.assert(
        fc.property(course(programme), (steps) => {
          const { shop, codes } = run(programme, steps)
          expect(Object.values(shop.balances()).reduce((sum, cents) => sum + cents, 0)).toBe(0)
          for (const named of [shop.entries, shop.effects])
            expect(new Set(named.map(({ key }) => key)).size).toBe(named.length)
          for (const id of ['a', 'b', 'c'])
            if (shop.has(id)) expect(Object.keys(programme.statuses)).toContain(shop.status(id))
          const again = run(programme, steps)
          expect(again.codes).toEqual(codes)
          expect(again.shop.entries).toEqual(shop.entries)
        }),
        { seed: 637, numRuns: 40 },
      )
    },
  )

  it.each(PROGRAMMES.map((p) => [p.programme, p] as const))(
    '%s: what is offered in a status only, is refused in every other',
    (_id, programme) => {
      fc.assert(
        fc.property(course(programme), (steps) => {
          const { shop } = run(programme, steps)
          for (const id of ['a', 'b', 'c'])
            for (const [name, { when, opens }] of Object.entries(programme.commands)) {
              if (!shop.has(id) || opens !== 'no' || !when || when.includes(shop.status(id))) continue
              expect([name, shop.status(id), shop.play(name, id, {}, { day: inDays(400) })]).not.toContain('ok')
            }
        }),
        { seed: 638, numRuns: 15 },
      )
    },
  )
})
