import { describe, expect, it } from 'vitest'
import { CALM, nextService, pressureOf, type ServiceReading, type ServiceState } from '../../src/index.ts'

const calm: ServiceReading = { saturation: 0.2, orders: 5, ordersFull: 0, slowestOrderMs: 60 }
const full: ServiceReading = { ...calm, ordersFull: 3 }

/** Levels second by second. */
function course(readings: readonly ServiceReading[]): number[] {
  let state: ServiceState = CALM
  return readings.map((reading, second) => {
    state = nextService(state, reading, { now: second * 1000 })
    return state.level
  })
}
const seconds = (count: number, reading: ServiceReading): ServiceReading[] =>
  Array.from({ length: count }, () => reading)

describe('[P7.07] what is not essential is left out before orders suffer', () => {
  it.each([
    { what: 'a quiet second', reading: calm, pressure: 0.2 },
    { what: 'orders that found no room', reading: full, pressure: 1 },
    { what: 'an order at its goal', reading: { ...calm, slowestOrderMs: 800 }, pressure: 1 },
    { what: 'a busy process', reading: { ...calm, saturation: 0.9 }, pressure: 0.9 },
    { what: 'a busy process without orders', reading: { ...calm, saturation: 1, orders: 0 }, pressure: 0 },
    { what: 'orders of which none was answered yet', reading: { ...calm, slowestOrderMs: null }, pressure: 0.2 },
  ])('$what is a pressure of $pressure', ({ reading, pressure }) => {
    expect(pressureOf(reading, 800)).toBe(pressure)
  })

  it('goes up a level every three seconds of pressure, and no higher than trade alone', () => {
    expect(course(seconds(12, full))).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3])
  })

  it('is not moved by a moment, and stays where it is between the two bounds', () => {
    const between = { ...calm, saturation: 0.7 }
    expect(course([full, full, calm, full, full, calm]).every((level) => level === 0)).toBe(true)
    expect(course([...seconds(4, full), ...seconds(60, between)]).at(-1)).toBe(1)
  })

  it('comes down a level every half minute of calm', () => {
    const levels = course([...seconds(7, full), ...seconds(70, calm)])
    expect([levels[6], levels[36], levels[37], levels[66], levels[67]]).toEqual([2, 2, 1, 1, 0])
  })
})
