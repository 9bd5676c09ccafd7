import type { CheckoutReport } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureWords } from '../../../parts/figure-strip.tsx'
import { strings } from './strings.ts'

type Gain = CheckoutReport['gains'][number]

/** What kept details would save, step by step. */
export function GainTable({ report }: { report: CheckoutReport }) {
  const t = useStrings(strings)
  const format = useFormat()
  const language = useLanguage()
  const share = ({ lost, reached }: Gain['saved']): string => format.percent(lost / reached)
  const nameOfStep = (id: string): string => {
    const step = report.steps.find((one) => one.step === id)
    return step ? nameOf(step, language) : id
  }
  const columns: Column<Gain>[] = [
    { key: 'step', title: t.step, render: ({ step }) => nameOfStep(step) },
    { key: 'typed', title: t.typed, numeric: true, render: ({ typed }) => share(typed) },
    { key: 'saved', title: t.savedRate, numeric: true, render: ({ saved }) => share(saved) },
    {
      key: 'keep',
      title: t.couldKeep,
      numeric: true,
      render: ({ couldKeep }) => (couldKeep === null ? t.unsure : t.couldKeepText(format.count(couldKeep))),
    },
  ]
  return (
    <section>
      <h3>{t.gains}</h3>
      <FigureWords>{t.gainsNote}</FigureWords>
      <DataTable columns={columns} rows={report.gains} rowKey={({ step }) => step} label={t.gains} />
    </section>
  )
}
