import { TMALL_OCCASIONS } from '@zhanggui/calendar'
import { addDays, cents, createRng, parseDay, sumCents } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  burstOpenings,
  type ClockedCampaign,
  dayTargets,
  sameCampaignDay,
  schedulePhases,
  standingAt,
  standingOn,
} from '../../src/index.ts'

const D0 = parseDay('2026-11-11')
const double11: ClockedCampaign = {
  id: 'campaign-1',
  name: '双11',
  occasion: 'double11',
  size: 'large',
  mainDay: D0,
  windows: schedulePhases(D0, { burstStartMinute: 1200 }),
  targetCents: 1_000_000_00,
}
const brandDay: ClockedCampaign = {
  ...double11,
  id: 'campaign-2',
  name: '品牌日',
  occasion: null,
  size: 'small',
  mainDay: parseDay('2026-11-13'),
  windows: schedulePhases(parseDay('2026-11-13')),
}
const occasions = TMALL_OCCASIONS
const at = (campaigns: ClockedCampaign[], day: string, minute: number) =>
  standingAt({ campaigns, occasions }, { day: parseDay(day), minute })

describe('the clock of campaigns', () => {
  it.each([
    ['2026-11-11', 1199, 'preheat', { day: '2026-11-11', minute: 1200 }, 'burst'],
    ['2026-11-11', 1200, 'burst', { day: '2026-11-12', minute: 0 }, 'closing'],
    ['2026-11-14', 1439, 'closing', { day: '2026-11-15', minute: 0 }, 'longTail'],
    ['2026-11-25', 0, 'review', { day: '2026-11-26', minute: 0 }, null],
  ])('[P3.16] at %s minute %i a campaign stands in %s', (day, minute, phase, ends, next) => {
    expect(at([double11], day, minute)).toMatchObject({ campaign: 'campaign-1', phase, ends, next })
  })

  it('the calendar speaks only for occasions that no campaign follows', () => {
    expect(at([], '2026-10-25', 0)).toMatchObject({ campaign: null, occasion: 'double11', phase: 'preheat' })
    expect(at([double11], '2026-10-25', 0)).toMatchObject({ campaign: 'campaign-1', phase: 'reservoir' })
    expect(at([double11], '2026-12-12', 0)).toMatchObject({ campaign: null, occasion: 'double12' })
    expect(at([brandDay], '2026-11-11', 0)).toMatchObject({ campaign: null, occasion: 'double11', phase: 'burst' })
    expect(at([double11], '2026-08-01', 0)).toBeNull()
  })

  it('where campaigns overlap the phase that moves sales most names the moment', () => {
    expect(at([double11, brandDay], '2026-11-11', 1300)).toMatchObject({ campaign: 'campaign-1' })
    expect(at([double11, brandDay], '2026-11-13', 600)).toMatchObject({ campaign: 'campaign-2', phase: 'burst' })
    expect(at([double11, brandDay], '2026-11-20', 600)).toMatchObject({ campaign: 'campaign-2', phase: 'longTail' })
  })

  it('a day that the burst opens on in the evening counts as a burst day', () => {
    expect(standingOn({ campaigns: [double11], occasions }, D0)?.phase).toBe('burst')
  })

  it('no moment of a year stands in two phases, and each phase ends where another stands', () => {
    for (let minute = 0; minute < 60 * 1440; minute += 97) {
      const day = addDays(parseDay('2026-10-01'), Math.floor(minute / 1440))
      const found = at([double11, brandDay], day, minute % 1440)
      if (!found) continue
      expect(found.ends.day > day || (found.ends.day === day && found.ends.minute > minute % 1440)).toBe(true)
      const own = { campaigns: [double11, brandDay].filter(({ id }) => id === found.campaign), occasions: [] }
      if (found.campaign) expect(standingAt(own, found.ends)?.phase ?? null).toBe(found.next)
    }
  })
})

describe('last time', () => {
  const last: ClockedCampaign = {
    ...double11,
    id: 'campaign-0',
    mainDay: parseDay('2025-11-10'),
    windows: schedulePhases(parseDay('2025-11-10'), { burstStartMinute: 1260 }),
  }
  const openings = (campaigns: ClockedCampaign[]) => {
    const clock = { campaigns, occasions }
    const standing = standingOn(clock, D0)
    return standing && { ...burstOpenings(clock, standing), same: sameCampaignDay(clock, standing, D0) }
  }

  it('a campaign is held against the shop’s own of the year before, by its day and its opening minute', () => {
    expect(openings([last, double11])).toMatchObject({ last: { day: '2025-11-10', minute: 1260 }, same: '2025-11-10' })
  })

  it('else against the occasion of the calendar, opened at the same minute', () => {
    expect(openings([double11])).toMatchObject({ last: { day: '2025-11-11', minute: 1200 }, same: '2025-11-11' })
  })

  it('a campaign that follows no occasion has no last time', () => {
    const clock = { campaigns: [brandDay], occasions: [] }
    const standing = standingOn(clock, parseDay('2026-11-13'))
    expect(standing && sameCampaignDay(clock, standing, D0)).toBeNull()
  })
})

describe('the target of a campaign by day', () => {
  it('adds up to the fen, by what last time brought, else evenly over the burst days', () => {
    const rng = createRng(7)
    for (let i = 0; i < 50; i++) {
      const windows = schedulePhases(D0, { lengths: { burstDays: 1 + (i % 4) } })
      const targetCents = cents(Math.floor(rng.next() * 1e10))
      const known = dayTargets(windows, { targetCents, soldOn: () => Math.floor(rng.next() * 1e6) })
      const unknown = dayTargets(windows, { targetCents, soldOn: () => 0 })
      expect(sumCents(known.values())).toBe(targetCents)
      expect(sumCents(unknown.values())).toBe(targetCents)
      expect([...unknown.values()].filter((part) => part > 0).length).toBeLessThanOrEqual(1 + (i % 4))
    }
  })
})
