import type { CheckoutStepLoss } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { strings } from './strings.ts'

/** Words of a cell; more is told by the step's own report. */
const SHOWN = 3

/** Each step with what it loses, why, and by which way it was passed. */
export function StepTable({ steps }: { steps: readonly CheckoutStepLoss[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const language = useLanguage()
  const share = (lost: number, reached: number): string => (reached === 0 ? '–' : format.percent(lost / reached))
  const names: Readonly<Record<string, string>> = { '': t.untoldWay, saved: t.saved, typed: t.typedWay }
  const columns: Column<CheckoutStepLoss>[] = [
    { key: 'step', title: t.step, render: (row) => nameOf(row, language) },
    {
      key: 'reached',
      title: t.reached,
      numeric: true,
      render: ({ reached }) => <span data-value={reached}>{format.count(reached)}</span>,
    },
    {
      key: 'lost',
      title: t.lost,
      numeric: true,
      render: ({ lost }) => <span data-value={lost}>{format.count(lost)}</span>,
    },
    { key: 'rate', title: t.stepRate, numeric: true, render: ({ lost, reached }) => share(lost, reached) },
    {
      key: 'reasons',
      title: t.reasons,
      render: ({ reasons }) =>
        reasons
          .slice(0, SHOWN)
          .map(({ reason, lost }) => `${reason || t.untold} ${format.count(lost)}`)
          .join('、') || '–',
    },
    {
      key: 'ways',
      title: t.ways,
      // A step of which nothing is told has no ways to tell apart.
      render: ({ ways }) =>
        (ways.some(({ value }) => value !== '') ? ways : [])
          .slice(0, SHOWN)
          .map(({ value, lost, reached }) => `${names[value] ?? value} ${share(lost, reached)}`)
          .join('、') || '–',
    },
  ]
  return <DataTable columns={columns} rows={steps} rowKey={({ step }) => step} label={t.title} />
}
