import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { type Auction, bidCeiling, checkPaidPrice, checkSlot, type SlotBooking } from '../../src/index.ts'

const AUCTION: Auction = {
  expectedVisits: 10_000,
  incrementalBp: 6000,
  cvrBp: 300,
  marginCentsPerOrder: 4000,
  keepBp: 2000,
  bidCents: null,
  paidCents: null,
}
const SLOT: SlotBooking = {
  title: '首焦',
  kind: 'focusImage',
  position: '首页焦点图 1',
  from: '2026-09-16T00:00:00.000Z',
  until: '2026-09-17T00:00:00.000Z',
  owner: '',
  costCents: null,
  creative: '',
  items: [],
  auction: null,
  outcome: null,
}
const codes = (more: Partial<SlotBooking>, others: SlotBooking[] = [SLOT]) =>
  checkSlot(
    { id: 'new', body: { ...SLOT, ...more } },
    others.map((body, i) => ({ id: `o${i}`, body })),
  ).map(({ code }) => code)

describe('slots', () => {
  it.each([
    ['the same place at the same time', {}, ['double_booking']],
    ['written otherwise', { position: ' 首页焦点图 1 ' }, ['double_booking']],
    ['another place', { position: '首页焦点图 2' }, []],
    ['right after the other', { from: SLOT.until, until: '2026-09-18T00:00:00.000Z' }, []],
    [
      'one second inside the other',
      { from: '2026-09-16T23:59:59.000Z', until: '2026-09-18T00:00:00.000Z' },
      ['double_booking'],
    ],
    ['no time at all', { position: '别处', until: SLOT.from }, ['ends_before_it_begins']],
  ] as const)('[P4.12] double booking is refused: %s', (_what, more, found) => expect(codes(more)).toEqual(found))

  it('[P4.13] the ceiling is extra visits × conversion × margin, less what is kept', () =>
    expect(bidCeiling(AUCTION)).toBe(576_000))

  it('[P4.13] never a bid above the ceiling, and a bid at it is taken', () => {
    const rng = createRng('ceiling')
    for (let i = 0; i < 300; i++) {
      const auction = {
        ...AUCTION,
        expectedVisits: rng.int(1_000_000),
        incrementalBp: rng.int(10_001),
        cvrBp: rng.int(10_001),
        marginCentsPerOrder: rng.int(50_000) - 10_000,
        keepBp: rng.int(10_001),
      }
      const ceiling = bidCeiling(auction)
      expect(codes({ auction: { ...auction, bidCents: ceiling } }, [])).toEqual([])
      expect(codes({ auction: { ...auction, bidCents: ceiling + 1 } }, [])).toEqual(['bid_above_ceiling'])
      expect(bidCeiling({ ...auction, expectedVisits: auction.expectedVisits + 1000 })).toBeGreaterThanOrEqual(ceiling)
    }
  })

  it('[P4.13] a margin below zero is worth nothing', () =>
    expect(bidCeiling({ ...AUCTION, marginCentsPerOrder: -1 })).toBe(0))

  it('[P4.13] the paid price is looked at afterwards', () => {
    expect(checkPaidPrice({ ...AUCTION, paidCents: 600_000 }, 8000)).toEqual({
      paidCents: 600_000,
      ceilingCents: 576_000,
      overCeiling: true,
      visitsShort: 2000,
    })
    expect(checkPaidPrice(AUCTION, 8000)).toBeNull()
  })
})
