import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  type BoxSettings,
  checkBox,
  checkDraw,
  commitmentOf,
  composeBox,
  drawBelow,
  drawWinners,
  EMPTY_INSTANT,
  itemOdds,
  listMixes,
  playInstant,
  scoreOf,
  takeBox,
} from '../src/index.ts'

const SEED = createHash('sha256').update('a seed for tests').digest('hex')

/** Upper 0.1 % points of the χ² distribution by degrees of freedom (printed tables). */
const CHI_SQUARE_999: Record<number, number> = { 1: 10.828, 3: 16.266, 9: 27.877 }

const chiSquare = (seen: readonly number[], expected: readonly number[]): number =>
  seen.reduce((sum, n, i) => sum + (n - (expected[i] ?? 0)) ** 2 / (expected[i] ?? 1), 0)

describe('verifiable chance', () => {
  it('[P6.20] commitment and scores are plain SHA-256 and HMAC-SHA-256, so that anybody can check them with other software', () => {
    expect(commitmentOf(SEED)).toBe(createHash('sha256').update(Buffer.from(SEED, 'hex')).digest('hex'))
    expect(scoreOf(SEED, 'ticket/t1')).toBe(
      createHmac('sha256', Buffer.from(SEED, 'hex')).update('ticket/t1').digest('hex'),
    )
  })

  it('draws are even (χ²) and the same again', () => {
    const seen = new Array<number>(10).fill(0)
    for (let i = 0; i < 20_000; i++) {
      const n = drawBelow(SEED, `even/${i}`, 10)
      seen[n] = (seen[n] ?? 0) + 1
    }
    expect(
      chiSquare(
        seen,
        seen.map(() => 2000),
      ),
    ).toBeLessThan(CHI_SQUARE_999[9] ?? 0)
    expect(drawBelow(SEED, 'again', 1000)).toBe(drawBelow(SEED, 'again', 1000))
  })
})

describe('draw with a winner list', () => {
  const prizes = [
    { prizeId: 'phone', valueCents: 499_900, count: 1 },
    { prizeId: 'cup', valueCents: 2000, count: 20 },
  ]
  const settings = { prizes, entry: 'purchase', hasFreeEntry: true, ticketsPerBuyerMax: 3, minAge: 18 } as const
  const tickets = Array.from({ length: 500 }, (_, i) => ({ ticketId: `t${i}`, buyerId: `b${i}` }))

  it('[P6.20] [P16.14] the seed gives the same winners again, in whatever order the tickets came', () => {
    const winners = drawWinners(settings, tickets, SEED)
    expect(winners).toHaveLength(21)
    expect(drawWinners(settings, [...tickets].reverse(), SEED)).toEqual(winners)
    expect(new Set(winners.map((w) => w.ticketId)).size).toBe(21)
  })

  it('[P6.36] a prize above the limit, a draw by buying only and a draw for minors are refused', () => {
    expect(checkDraw(settings)).toEqual([])
    const bad = {
      ...settings,
      hasFreeEntry: false,
      minAge: 16,
      prizes: [{ prizeId: 'car', valueCents: 5_000_001, count: 1 }],
    }
    expect(checkDraw(bad).map((p) => p.field)).toEqual(['prizes[0].valueCents', 'hasFreeEntry', 'minAge'])
  })
})

describe('instant draw', () => {
  const prizes = [
    { prizeId: 'gold', valueCents: 10_000, count: 1e6, oddsPpm: 50_000 },
    { prizeId: 'silver', valueCents: 1000, count: 1e6, oddsPpm: 200_000 },
    { prizeId: 'scarce', valueCents: 1000, count: 3, oddsPpm: 250_000 },
  ]

  it('[P6.20] odds match what was published (χ²); a prize that has run out makes no other prize likelier', () => {
    let state = EMPTY_INSTANT
    const seen = { gold: 0, silver: 0, scarce: 0, none: 0 }
    for (let i = 0; i < 8000; i++) {
      const step = playInstant(prizes, state, { buyerId: `b${i}`, played: 0, seed: SEED, ticketsMax: 1 })
      if (!step.ok) throw new Error(step.error.code)
      state = step.value.state
      seen[(step.value.prizeId ?? 'none') as keyof typeof seen]++
    }
    expect(seen.scarce).toBe(3)
    expect(chiSquare([seen.gold, seen.silver, seen.none + seen.scarce], [400, 1600, 6000])).toBeLessThan(
      CHI_SQUARE_999[3] ?? 0,
    )
  })

  it('one person has so many tickets and no more', () => {
    expect(playInstant(prizes, EMPTY_INSTANT, { buyerId: 'b', played: 1, seed: SEED, ticketsMax: 1 })).toMatchObject({
      error: { code: 'no_ticket_left' },
    })
  })
})

describe('blind box', () => {
  const item = (n: number) => ({ skuId: `s${n}`, valueCents: 3000 + 500 * n, costCents: 1000 + 200 * n, stock: 60 })
  const settings: BoxSettings = {
    priceCents: 9900,
    itemsMin: 3,
    itemsMax: 5,
    minValueCents: 13_000,
    marginBpMin: 2000,
    marginBpMax: 6500,
    items: Array.from({ length: 8 }, (_, n) => item(n)),
    hidden: { skuId: 'hidden', valueCents: 29_900, costCents: 9000, stock: 40, oddsPpm: 100_000 },
  }

  it('[P6.21] every box is worth what was promised, earns a margin in range and never takes an item that is not there', () => {
    let left = settings
    let boxes = 0
    for (let boxNo = 0; ; boxNo++) {
      const box = composeBox(left, SEED, boxNo)
      if (!box.ok) break
      boxes++
      const plain = box.value.skuIds
        .filter((id) => id !== 'hidden')
        .map((id) => settings.items.find((i) => i.skuId === id))
      const value = plain.reduce((sum, i) => sum + (i?.valueCents ?? 0), 0)
      const margin = ((9900 - plain.reduce((sum, i) => sum + (i?.costCents ?? 0), 0)) * 10_000) / 9900
      expect(plain.length).toBeGreaterThanOrEqual(3)
      expect(plain.length).toBeLessThanOrEqual(5)
      expect(new Set(plain).size).toBe(plain.length)
      expect(value).toBeGreaterThanOrEqual(13_000)
      expect(margin).toBeGreaterThanOrEqual(2000)
      expect(margin).toBeLessThanOrEqual(6500)
      left = takeBox(left, box.value)
    }
    expect(boxes).toBeGreaterThan(80)
    expect(Math.min(...left.items.map((i) => i.stock), left.hidden.stock)).toBeGreaterThanOrEqual(0)
  })

  it('[P6.21] items and the hidden one come as often as published (χ²)', () => {
    const rounds = 4000
    const odds = itemOdds(settings)
    const seen = new Map<string, number>()
    for (let boxNo = 0; boxNo < rounds; boxNo++) {
      const box = composeBox(settings, SEED, boxNo)
      if (box.ok) for (const id of box.value.skuIds) seen.set(id, (seen.get(id) ?? 0) + 1)
    }
    for (const { skuId, mixes, of } of odds) {
      const expected = (rounds * mixes) / of
      const n = seen.get(skuId) ?? 0
      expect(chiSquare([n, rounds - n], [expected, rounds - expected])).toBeLessThan(CHI_SQUARE_999[1] ?? 0)
    }
    const hidden = seen.get('hidden') ?? 0
    expect(chiSquare([hidden, rounds - hidden], [400, 3600])).toBeLessThan(CHI_SQUARE_999[1] ?? 0)
  })

  it('a box worth less than its price and a set without a valid mix are refused', () => {
    expect(checkBox({ ...settings, minValueCents: 5000 }).map((p) => p.code)).toEqual(['worth_less_than_price'])
    expect(checkBox({ ...settings, marginBpMin: 9000, marginBpMax: 9100 }).map((p) => p.code)).toEqual(['no_valid_mix'])
    expect(listMixes(settings).length).toBeGreaterThan(10)
  })
})
