import type { ReminderEffect } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'
import type { Column } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import type { strings } from './strings.ts'

type Words = typeof strings.zh

const share = ({ people, payers }: ReminderEffect['treated'], format: Format): string =>
  people === 0 ? '–' : format.percent(payers / people)

/** Bounds as words, or why there are none. */
export function boundsText({ treated, held, lowCents, highCents }: ReminderEffect, t: Words, format: Format): string {
  if (treated.people === 0) return '–'
  if (held.people === 0) return t.noHoldOut
  if (lowCents === null || highCents === null) return t.tooFew
  const bounds = `${format.exact(lowCents, 'money')} ~ ${format.exact(highCents, 'money')}`
  return lowCents <= 0 && highCents >= 0 ? `${bounds}（${t.unsure}）` : bounds
}

/** People, share that paid, and money recovered with its bounds: the same for a plan and for a phase of it. */
export const effectColumns = <Row extends { effect: ReminderEffect }>(t: Words, format: Format): Column<Row>[] => [
  {
    key: 'people',
    title: t.people,
    numeric: true,
    render: ({ effect: { treated, held } }) => `${format.count(treated.people)} / ${format.count(held.people)}`,
  },
  {
    key: 'rate',
    title: t.payRate,
    numeric: true,
    render: ({ effect: { treated, held } }) => `${share(treated, format)} / ${share(held, format)}`,
  },
  {
    key: 'recovered',
    title: t.recovered,
    numeric: true,
    render: ({ effect }) => <FigureCell value={effect.recoveredCents} unit="money" format={format} />,
  },
  { key: 'bounds', title: t.bounds, render: ({ effect }) => boundsText(effect, t, format) },
]
