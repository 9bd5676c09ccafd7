import { springFestival } from '@zhanggui/calendar'
import { addDays, type BusinessDay, parseDay } from '@zhanggui/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import { median, type Observed, ordinaryDays, sum } from './observe-market.ts'

/** What anybody who knows shops would expect of a full-size market. */
export function marketTotals(observed: () => Observed): void {
  describe('a believable shop', () => {
    let seen: Observed
    let shopDays: Map<BusinessDay, Observed['shop'][number]>
    beforeAll(() => {
      seen = observed()
      shopDays = new Map(seen.shop.filter((r) => r.source === '').map((r) => [r.day, r]))
    }, 120_000)
    test('two years, five categories, 120 listings, about 300 SKUs', () => {
      expect(seen.days).toHaveLength(730)
      expect(seen.truth.categories).toHaveLength(5)
      expect(seen.truth.items).toHaveLength(120)
      const sold = new Set(seen.lines.map((l) => l.sku_id))
      expect(sold.size).toBeGreaterThan(290)
    })

    test('GMV of every month lies between ¥120,000 and ¥800,000', () => {
      const byMonth = Map.groupBy(seen.lines, (l) => l.created_day.slice(0, 7))
      expect(byMonth.size).toBe(24)
      for (const [month, lines] of byMonth) {
        const gmvYuan = sum(lines.map((l) => l.gmv_cents)) / 100
        expect(gmvYuan, month).toBeGreaterThan(120_000)
        expect(gmvYuan, month).toBeLessThan(800_000)
      }
    })

    test('paying buyers are 2–5 % of the distinct visitors of every month', () => {
      for (const [month, { visitors, buyers }] of seen.people) {
        expect(buyers.size / visitors.size, month).toBeGreaterThan(0.02)
        expect(buyers.size / visitors.size, month).toBeLessThan(0.05)
      }
    })

    test('refunds are 5–15 % of what was paid', () => {
      const rate = sum(seen.lines.map((l) => l.refund_cents)) / sum(seen.lines.map((l) => l.paid_cents ?? 0))
      expect(rate).toBeGreaterThan(0.05)
      expect(rate).toBeLessThan(0.15)
    })

    test('the shop earns: contribution is 10–35 % of what it keeps', () => {
      const kept = sum(seen.lines.map((l) => (l.paid_cents ?? 0) - l.refund_cents))
      const costs = sum(seen.lines.map((l) => l.cost_cents + l.commission_cents + l.freight_cents + l.fee_cents))
      const margin = (kept - costs - sum(seen.ads.map((a) => a.spend_cents))) / kept
      expect(margin).toBeGreaterThan(0.1)
      expect(margin).toBeLessThan(0.35)
    })

    test('双11 and 618 bring at least 5 and 3.5 times the pay of an ordinary day around them', () => {
      const isOrdinary = ordinaryDays(seen.truth)
      const peaks: [string, number][] = [
        ['2024-11-11', 5],
        ['2025-11-11', 5],
        ['2025-06-18', 3.5],
        ['2026-06-18', 3.5],
      ]
      for (const [peak, times] of peaks) {
        const around = Array.from({ length: 120 }, (_, i) => addDays(parseDay(peak), i - 60)).filter(isOrdinary)
        const base = median(around.flatMap((d) => shopDays.get(d)?.paid_cents ?? []))
        expect((shopDays.get(parseDay(peak))?.paid_cents ?? 0) / base, peak).toBeGreaterThan(times)
      }
    })

    test('carts fill in the pre-heat: cart adds per visitor at least double before the peak', () => {
      const rate = (day: string): number => {
        const row = shopDays.get(parseDay(day))
        return (row?.cart_buyers ?? 0) / (row?.uv ?? 1)
      }
      expect(rate('2025-11-09')).toBeGreaterThan(2 * rate('2025-09-25'))
    })

    test('after the peak comes a dip: the week after 双11 pays less than an ordinary week', () => {
      const week = (from: string): number =>
        sum(Array.from({ length: 7 }, (_, i) => shopDays.get(addDays(parseDay(from), i))?.paid_cents ?? 0))
      expect(week('2025-11-15')).toBeLessThan(0.9 * week('2025-11-26'))
    })

    test('the Spring Festival dip follows the lunar date: both years at least 30 % below the weeks around it', () => {
      for (const year of [2025, 2026]) {
        const first = springFestival(year)
        const mean = (from: number, to: number): number => {
          const days = Array.from({ length: to - from + 1 }, (_, i) => addDays(first, from + i))
          return sum(days.map((d) => shopDays.get(d)?.paid_cents ?? 0)) / days.length
        }
        const around = (mean(-15, -9) + mean(10, 16)) / 2
        expect(mean(-5, 6), String(year)).toBeLessThan(0.7 * around)
      }
    })

    test('tens of thousands of members, and buyers of every tier', () => {
      const tiers = new Set(seen.lines.map((l) => l.member_tier))
      expect(tiers).toEqual(new Set(seen.truth.tiers.map((t) => t.name)))
      expect(seen.members).toBeGreaterThan(20_000)
    })

    test('all provinces order, in the order of their people', () => {
      const count = (province: string): number => seen.lines.filter((l) => l.province === province).length
      expect(new Set(seen.lines.map((l) => l.province)).size).toBe(31)
      expect(count('广东')).toBeGreaterThan(count('浙江'))
      expect(count('浙江')).toBeGreaterThan(count('青海'))
    })
  })
}
