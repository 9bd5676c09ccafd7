import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ACTION_TYPES,
  type ActionCall,
  applyChanges,
  conflictsOf,
  type Fields,
  planRun,
  undoOf,
  type World,
} from '../../src/index.ts'
import { call } from '../../src/library/shipped-playbook.ts'
import { worldOf } from './world-of.ts'

const money = fc.integer({ min: 0, max: 5_000_000 })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 8 })
const item = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')

const FIELDS: Record<string, fc.Arbitrary<Fields>> = {
  slot: fc.record({
    item,
    stock: maybe(fc.integer({ min: 0, max: 3 })),
    substitutes: fc.array(item, { maxLength: 4 }).map((items) => items.join(' ')),
  }),
  exposure: fc.record({
    weight: fc.integer({ min: 0, max: 10_000 }),
    base: fc.integer({ min: 0, max: 10_000 }),
    pace: maybe(fc.double({ min: 0, max: 3, noNaN: true })),
  }),
  price: fc.record({
    listCents: money,
    cents: money,
    floorCents: money,
    rivalCents: maybe(money),
    step: fc.integer({ min: 0, max: 4 }),
    steppedAt: maybe(fc.integer({ min: 0, max: 100_000 })),
    slow: fc.boolean(),
    rigid: fc.boolean(),
  }),
  channel: fc.record({
    state: fc.constantFrom('on', 'paused', 'backup'),
    roi: maybe(fc.double({ min: 0, max: 9, noNaN: true })),
    marginalRoi: maybe(fc.double({ min: 0, max: 9, noNaN: true })),
    bidCents: fc.integer({ min: 1, max: 900 }),
    leastBidCents: fc.integer({ min: 1, max: 100 }),
    mostBidCents: fc.integer({ min: 100, max: 900 }),
  }),
  reserve: fc.record({ reserveCents: money, releasedCents: money }),
  fission: fc.record({
    coefficient: fc.integer({ min: 5_000, max: 15_000 }),
    costCents: maybe(money),
    budgetLeftCents: money,
  }),
  promotion: fc.record({ active: fc.boolean() }),
}

const worlds: fc.Arbitrary<World> = fc
  .record(
    Object.fromEntries(
      Object.entries(FIELDS).map(([type, fields]) => [
        type,
        fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), fields),
      ]),
    ),
  )
  .map((types) =>
    worldOf(
      Object.fromEntries(
        Object.entries(types).flatMap(([type, subjects]) =>
          Object.entries(subjects).map(([id, fields]) => [`${type}/${id}`, fields]),
        ),
      ),
    ),
  )

const calls: fc.Arbitrary<ActionCall[]> = fc.array(
  fc.constantFrom(...ACTION_TYPES).map(({ id }) => call(id)),
  { minLength: 1, maxLength: 6 },
)
const OCCASION = { at: 90_000, tags: { channel: '2', promotion: '3' }, value: null }

const plain = (world: World) => Object.fromEntries(world)
const sumOf = (world: World, type: string, field: string): number =>
  [...world].reduce((sum, [key, fields]) => sum + (key.startsWith(`${type}/`) ? Number(fields[field] ?? 0) : 0), 0)

describe('any actions on any world', () => {
  test('[P10.18] undone, they leave exactly the world that was there before', () => {
    fc.assert(
      fc.property(worlds, calls, (world, actions) => {
        const { changes } = planRun({ actions }, world, OCCASION)
        const after = applyChanges(world, changes)
        expect(plain(applyChanges(after, undoOf(changes)))).toEqual(plain(world))
      }),
    )
  })

  test('[P10.18] a field that somebody else changed since is named, not overwritten', () => {
    fc.assert(
      fc.property(worlds, calls, fc.nat(), (world, actions, pick) => {
        const { changes } = planRun({ actions }, world, OCCASION)
        const touched = changes[pick % Math.max(1, changes.length)]
        fc.pre(touched !== undefined)
        const { subject, field } = touched
        const theirs = { subject, field, before: touched.after, after: 'theirs' }
        const now = applyChanges(applyChanges(world, changes), [theirs])
        expect(conflictsOf(undoOf(changes), now)).toEqual([
          { change: { subject, field, before: touched.after, after: touched.before }, now: 'theirs' },
        ])
      }),
    )
  })

  test('[P16.14] the same world has the same plan, whatever order it was read in', () => {
    fc.assert(
      fc.property(worlds, calls, (world, actions) => {
        const turned: World = new Map([...world].reverse())
        expect(planRun({ actions }, turned, OCCASION)).toEqual(planRun({ actions }, world, OCCASION))
      }),
    )
  })

  test('[P10.08] exposure is conserved, no step is larger than stated and no category falls below its floor', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { changes } = planRun({ actions: [call('shiftExposure')] }, world, OCCASION)
        const after = applyChanges(world, changes)
        expect(sumOf(after, 'exposure', 'weight')).toBe(sumOf(world, 'exposure', 'weight'))
        for (const { subject, before, after: now } of changes) {
          const base = Number(world.get(`exposure/${subject.id}`)?.base)
          if (Number(now) >= Number(before)) continue
          expect(Number(now)).toBeGreaterThanOrEqual(Math.min(base, Math.ceil(base * 0.5)))
        }
      }),
    )
  })

  test('[P15.06] a reply to a rival goes at most 5 % below the price before, never below the floor, never up', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        for (const { subject, before, after } of planRun({ actions: [call('replyPrice')] }, world, OCCASION).changes) {
          const { listCents, floorCents, rigid } = world.get(`price/${subject.id}`) ?? {}
          expect(rigid).toBe(false)
          expect(Number(after)).toBeLessThan(Number(before))
          expect(Number(after)).toBeGreaterThanOrEqual(Math.max(Number(floorCents), Number(listCents) * 0.95))
        }
      }),
    )
  })

  test('[P9.05] after a swap no slot shows a sold-out item that could be replaced, and no item stands twice because of it', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { changes, tells } = planRun({ actions: [call('swapItem')] }, world, OCCASION)
        const slots = [...world].filter(([key]) => key.startsWith('slot/'))
        const empty = slots.filter(([, { stock }]) => stock === 0)
        expect(changes.length + tells.length).toBe(empty.length)
        const shown = new Set(slots.map(([, fields]) => fields.item))
        const put = changes.map(({ after }) => after)
        expect(new Set(put).size).toBe(put.length)
        expect(put.filter((it) => shown.has(it))).toEqual([])
      }),
    )
  })
})
