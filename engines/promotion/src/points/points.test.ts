import { addDays, parseDay } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PointsMove, pointsPosition } from '../index.ts'

const FIRST = parseDay('2026-11-01')
const day = (n: number) => addDays(FIRST, n)
const at = (n: number, moves: readonly PointsMove[]) => pointsPosition(moves, day(n))

const earn = (orderId: string, points: number, from: number, through: number): PointsMove => ({
  kind: 'earn',
  points,
  day: day(from),
  throughDay: day(through),
  orderId,
})
const move = (
  kind: 'burn' | 'reverse_earn' | 'reverse_burn',
  orderId: string,
  points: number,
  on: number,
): PointsMove => ({
  kind,
  points,
  day: day(on),
  orderId,
})

describe('points', () => {
  it('[P6.11] what lapses first is used first, and through its last day', () => {
    const moves = [earn('a', 100, 0, 30), earn('b', 50, 1, 10), move('burn', 'c', 60, 5)]
    expect(at(5, moves)).toMatchObject({ balance: 90, lots: [{ throughDay: day(30), points: 90 }], used: 60 })
    expect(at(30, moves).balance).toBe(90)
    expect(at(31, moves)).toMatchObject({ balance: 0, lapsed: 90 })
  })

  it('[P6.11] points of a returned order are taken back, spent ones as a debt that the next ones pay off', () => {
    const spent = [earn('a', 100, 0, 30), move('burn', 'b', 80, 1), move('reverse_earn', 'a', 100, 2)]
    expect(at(2, spent)).toMatchObject({ balance: -80, debt: 80, takenBack: 100 })
    expect(at(3, [...spent, earn('c', 200, 3, 40)])).toMatchObject({ balance: 120, debt: 0 })
  })

  it('[P6.11] points that were used are given back to the day on which they lapse', () => {
    const moves = [earn('a', 100, 0, 10), move('burn', 'b', 70, 1), move('reverse_burn', 'b', 70, 5)]
    expect(at(5, moves)).toMatchObject({
      balance: 100,
      used: 0,
      lots: [{ throughDay: day(10) }, { throughDay: day(10) }],
    })
    const late = [...moves.slice(0, 2), move('reverse_burn', 'b', 70, 20)]
    expect(at(20, late)).toMatchObject({ balance: 0, lapsed: 100 })
  })

  it('[P6.11] nothing is lost and nothing comes about, whatever moves', () => {
    const step = fc.record({
      kind: fc.constantFrom('earn', 'grant', 'burn', 'reverse_earn', 'reverse_burn'),
      order: fc.constantFrom('a', 'b', 'c', 'd'),
      points: fc.integer({ min: 1, max: 500 }),
      wait: fc.nat(4),
      valid: fc.nat(20),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const moves: PointsMove[] = []
        let today = 0
        for (const { kind, order, points, wait, valid } of steps) {
          today += wait
          const sum = (wanted: PointsMove['kind']) =>
            moves.reduce((n, m) => n + (m.kind === wanted && 'orderId' in m && m.orderId === order ? m.points : 0), 0)
          const before = at(today, moves)
          const held = before.lots.reduce((n, lot) => n + lot.points, 0)
          if (kind === 'earn') moves.push(earn(order, points, today, today + valid))
          else if (kind === 'grant') moves.push({ kind, points, day: day(today), throughDay: day(today + valid) })
          else if (kind === 'burn' && points <= held) moves.push(move(kind, order, points, today))
          else if (kind === 'reverse_burn' && points <= sum('burn') - sum('reverse_burn'))
            moves.push(move(kind, order, points, today))
          else if (kind === 'reverse_earn' && points <= sum('earn') - sum('reverse_earn'))
            moves.push(move(kind, order, points, today))
          const p = at(today, moves)
          expect(p.given).toBe(p.balance + p.used + p.takenBack + p.lapsed)
          expect(p.lots.every((lot) => lot.points > 0 && lot.throughDay >= day(today))).toBe(true)
          expect(p.debt).toBeGreaterThanOrEqual(0)
        }
      }),
      { seed: 3, numRuns: 1500 },
    )
  })
})
