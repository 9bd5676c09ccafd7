import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  apply,
  checkFrame,
  coreArrays,
  createAdmission,
  encodeFrame,
  isDecided,
  RESULT,
  RESULT_CODES,
  RESULT_WORDS,
  SMALL_OPTIONS,
} from '../../src/index.ts'
import { idOf, NOON, reserveOf } from '../support/shop.ts'
import { createWorld, setupCommands, WORLD_START } from '../support/world.ts'

const reserve = () => encodeFrame([{ ...reserveOf({ lines: [{ item: 1 }] }), id: idOf(1), issuedAt: NOON }])

describe('a frame', () => {
  it.each([
    { what: 'a length of nothing', word: 0, value: 4, code: 'command_malformed' },
    { what: 'a length past its end', word: 0, value: 4 | (60 << 16), code: 'command_malformed' },
    { what: 'a kind that is none', word: 0, value: 99 | (26 << 16), code: 'kind_unknown' },
    { what: 'a flag that is none', word: 0, value: 4 | (128 << 8) | (26 << 16), code: 'command_malformed' },
    { what: 'more lines than words for them', word: 1, value: 2, code: 'command_malformed' },
    { what: 'an instant past 2^53', word: 7, value: -1, code: 'command_malformed' },
    { what: 'a reserved word in use', word: 21, value: 1, code: 'command_malformed' },
    { what: 'an amount below zero', word: 19, value: -1, code: 'command_malformed' },
    { what: 'a hold below zero', word: 20, value: -5, code: 'command_malformed' },
    { what: 'a line flag that is none', word: 22, value: 1 | (64 << 24), code: 'command_malformed' },
  ] as const)('with $what is refused whole, before it is journaled', ({ word, value, code }) => {
    const frame = reserve()
    frame[word] = value
    expect(checkFrame(frame)).toEqual({ ok: false, code: RESULT[code], index: 0 })
  })

  it('with a negative quantity is whole, and its order refused', () => {
    const core = createAdmission(SMALL_OPTIONS)
    const frame = encodeFrame([{ ...reserveOf({ lines: [{ item: 1, quantity: -3 }] }), id: idOf(1), issuedAt: NOON }])
    expect(checkFrame(frame).ok).toBe(true)
    apply(core, frame, NOON)
    expect((core.answers[0] as number) & 0xff).toBe(RESULT.quantity_invalid)
  })

  it('of random words, and every frame with random words changed, is refused or run without breaking the core', () => {
    const rng = createRng('frames')
    const core = createAdmission(SMALL_OPTIONS)
    apply(core, encodeFrame(setupCommands()), WORLD_START)
    const world = createWorld(rng)
    let run = 0
    for (let i = 0; i < 4000; i++) {
      const frame = encodeFrame([world.next(WORLD_START + i)])
      for (let n = 1 + rng.int(3); n > 0; n--)
        frame[rng.int(frame.length)] = rng.pick([-1, 0, 1, rng.int(2 ** 31), -rng.int(2 ** 31)])
      if (!checkFrame(frame).ok) continue
      run++
      apply(core, frame, WORLD_START + i)
    }
    expect(run).toBeGreaterThan(500)
    for (let row = 0; row < core.items.length; row += 32) {
      const [free, held, locked, sold, stock] = [1, 2, 3, 4, 5].map((column) => core.items[row + column] as number)
      expect((free ?? 0) + (held ?? 0) + (locked ?? 0) + (sold ?? 0)).toBe(stock)
      expect(Math.min(free ?? 0, held ?? 0, locked ?? 0, sold ?? 0)).toBeGreaterThanOrEqual(0)
    }
  })

  it('run again on a fresh core at the same instants gives the same bytes', () => {
    const cores = [createAdmission(SMALL_OPTIONS), createAdmission(SMALL_OPTIONS)]
    for (const core of cores) {
      const world = createWorld(createRng('twice'))
      apply(core, encodeFrame(setupCommands()), WORLD_START)
      for (let i = 0; i < 300; i++) apply(core, encodeFrame([world.next(WORLD_START + i * 300)]), WORLD_START + i * 300)
    }
    const [a, b] = cores.map((core) => coreArrays(core).map((array) => [...array]))
    expect(a).toEqual(b)
  })
})

describe('codes', () => {
  it('have a number each, in order, and say what to do in Chinese and English', () => {
    const numbers = RESULT_CODES.map((code) => RESULT[code])
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    for (const code of RESULT_CODES) {
      expect(RESULT_WORDS[code].zh).toMatch(/[一-鿿].*。$/)
      expect(RESULT_WORDS[code].en).toMatch(/\.$/)
    }
  })

  it('that are undecided leave the id free; decided ones do not', () => {
    expect([RESULT.accepted, RESULT.out_of_stock].map(isDecided)).toEqual([true, true])
    expect([RESULT.busy, RESULT.too_old, RESULT.ticket_waiting].map(isDecided)).toEqual([false, false, false])
  })
})
