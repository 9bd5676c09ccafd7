import { describe, expect, test } from 'vitest'
import { createShowUp, noteCame, noteTold, passShowUp, showUpRate } from '../../src/door/show-up.ts'

/** A second passes, window by window. */
function passSecond(showUp: ReturnType<typeof createShowUp>, second: number): void {
  for (let window = 1; window <= 10; window++) passShowUp(showUp, { now: second * 1000 + window * 100, windows: 1 })
}

describe('[P7.13] who of those told to come again does', () => {
  test('who was told a later instant is not missed before it', () => {
    const showUp = createShowUp()
    for (let who = 0; who < 1000; who++) noteTold(showUp, 30_500)
    for (let second = 0; second < 30; second++) passSecond(showUp, second)
    expect(showUpRate(showUp)).toBe(1)
    for (let second = 30; second < 33; second++) passSecond(showUp, second)
    expect(showUpRate(showUp)).toBeLessThan(0.1)
  })

  test('the share is that of those who came, whenever they were due', () => {
    const showUp = createShowUp()
    for (let second = 0; second < 40; second++) {
      // Two in five come a little later than told.
      for (let who = 0; who < 100; who++) noteTold(showUp, second * 1000 + 2000)
      passSecond(showUp, second)
      if (second >= 2) for (let who = 0; who < 40; who++) noteCame(showUp, second * 1000)
    }
    // Fifty who are believed to come stand beside some eight hundred that are remembered: two hundredths.
    expect(showUpRate(showUp)).toBeGreaterThan(0.38)
    expect(showUpRate(showUp)).toBeLessThan(0.46)
  })

  test('a crowd that stayed away is forgotten within a minute', () => {
    const showUp = createShowUp()
    for (let who = 0; who < 200; who++) noteTold(showUp, 500)
    for (let second = 0; second < 3; second++) passSecond(showUp, second)
    expect(showUpRate(showUp)).toBeLessThan(0.3)
    for (let second = 3; second < 60; second++) passSecond(showUp, second)
    expect(showUpRate(showUp)).toBeGreaterThan(0.95)
  })
})
