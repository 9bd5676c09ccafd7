import { springFestival } from '@zhanggui/calendar'
import { addDays, type BusinessDay, parseDay } from '@zhanggui/kernel'

export type CampaignPhase = 'presale' | 'preheat' | 'burst' | 'between' | 'encore' | 'dip' | 'lull'

/**
 * How a stretch of days moves the market. Each figure multiplies an ordinary day's: `traffic` the visits, `urgency` the
 * chance that a visit orders, `cartPull` the chance that it only fills the cart, `price` what the shop asks.
 */
type Span = {
  from: number
  to: number
  phase: CampaignPhase
  traffic: number
  urgency: number
  cartPull: number
  price: number
  /** Offset of the day on which a presale's balance is paid. */
  balance?: number
}

export type Campaign = { key: string; nameZh: string; peak: (year: number) => BusinessDay; spans: readonly Span[] }

const span = (
  [from, to]: readonly [number, number],
  phase: CampaignPhase,
  [traffic, urgency, cartPull, price]: readonly [number, number, number, number],
  balance?: number,
): Span => ({ from, to, phase, traffic, urgency, cartPull, price, ...(balance === undefined ? {} : { balance }) })

const on = (monthDay: string) => (year: number) => parseDay(`${year}-${monthDay}`)

/** The shop's year, its keys the calendar's occasions. Offsets are days from the peak day. */
export const CAMPAIGNS: readonly Campaign[] = [
  {
    key: 'newYearGoods',
    nameZh: '年货节',
    peak: (year) => addDays(springFestival(year), -23),
    spans: [span([-4, -1], 'preheat', [1.25, 0.75, 2, 1]), span([0, 5], 'burst', [1.8, 1.15, 1.3, 0.88])],
  },
  {
    key: 'springFestival',
    nameZh: '春节',
    peak: springFestival,
    // Couriers stop and people travel: the lull follows the moon, not the date.
    spans: [
      span([-8, -6], 'lull', [0.75, 0.9, 1, 1]),
      span([-5, 6], 'lull', [0.42, 0.85, 1, 1]),
      span([7, 9], 'lull', [0.8, 0.95, 1, 1]),
    ],
  },
  {
    key: 'women38',
    nameZh: '38节',
    peak: on('03-08'),
    spans: [
      span([-4, -2], 'preheat', [1.25, 0.75, 2.2, 1]),
      span([-1, 0], 'burst', [2, 1.2, 1.3, 0.86]),
      span([1, 5], 'dip', [0.85, 0.9, 0.9, 1]),
    ],
  },
  {
    key: 'june618',
    nameZh: '618',
    peak: on('06-18'),
    spans: [
      span([-24, -19], 'presale', [1.3, 0.8, 2, 1], -18),
      span([-18, -15], 'burst', [2.3, 1.05, 1.4, 0.84]),
      span([-14, -4], 'between', [1.12, 0.95, 1.3, 0.95]),
      span([-3, -2], 'preheat', [1.5, 0.65, 2.8, 1]),
      span([-1, -1], 'burst', [2.8, 1.05, 1.4, 0.82]),
      span([0, 0], 'burst', [4, 1.12, 1.4, 0.8]),
      span([1, 2], 'encore', [1.3, 1.05, 1.1, 0.88]),
      span([3, 12], 'dip', [0.74, 0.88, 0.9, 1]),
    ],
  },
  {
    key: 'save99',
    nameZh: '99大促',
    peak: on('09-09'),
    spans: [
      span([-4, -3], 'preheat', [1.25, 0.75, 2.2, 1]),
      span([-2, 0], 'burst', [1.8, 1.15, 1.3, 0.87]),
      span([1, 5], 'dip', [0.86, 0.92, 0.9, 1]),
    ],
  },
  {
    key: 'double11',
    nameZh: '双11',
    peak: on('11-11'),
    spans: [
      span([-18, -13], 'presale', [1.4, 0.78, 2.2, 1], -11),
      span([-12, -12], 'preheat', [1.5, 0.6, 2.8, 1]),
      span([-11, -8], 'burst', [2.7, 1.08, 1.5, 0.83]),
      span([-7, -3], 'between', [1.25, 0.95, 1.5, 0.94]),
      span([-2, -2], 'preheat', [1.8, 0.55, 3.2, 1]),
      span([-1, -1], 'burst', [3.4, 1.12, 1.5, 0.81]),
      span([0, 0], 'burst', [5.5, 1.3, 1.4, 0.79]),
      span([1, 2], 'encore', [1.5, 1.05, 1.1, 0.87]),
      span([3, 13], 'dip', [0.7, 0.85, 0.9, 1]),
    ],
  },
  {
    key: 'double12',
    nameZh: '双12',
    peak: on('12-12'),
    spans: [
      span([-4, -2], 'preheat', [1.25, 0.75, 2.2, 1]),
      span([-1, 0], 'burst', [2.2, 1.2, 1.3, 0.85]),
      span([1, 6], 'dip', [0.82, 0.9, 0.9, 1]),
    ],
  },
]

export type DatedSpan = Span & { campaign: string; nameZh: string; fromDay: BusinessDay; toDay: BusinessDay }

/** Every span of the campaigns whose peak lies in the years, with `campaign` as in `2025-double11`. */
export function datedSpans(years: readonly number[]): DatedSpan[] {
  return years.flatMap((year) =>
    CAMPAIGNS.flatMap(({ key, nameZh, peak, spans }) =>
      spans.map((s) => ({
        ...s,
        campaign: `${year}-${key}`,
        nameZh,
        fromDay: addDays(peak(year), s.from),
        toDay: addDays(peak(year), s.to),
      })),
    ),
  )
}
