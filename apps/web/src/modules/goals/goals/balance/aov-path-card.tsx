import type { AovPath } from '@zhanggui/contract'
import { Button, InputNumber, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { DataTable } from '../../../../parts/data-table.tsx'
import { FigureCell } from '../../../../parts/figure-cell.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import { MoneyInput } from '../../../admin/resources/money-input.tsx'
import type { GoalsProps } from '../goals-home.tsx'
import styles from './balance.module.css'
import { balanceStrings } from './strings.ts'
import { useProposal } from './use-balance.ts'
import { WriteButton } from './write-button.tsx'

const LEVERS = ['bundle', 'couponPack', 'recommendation'] as const
type Step = {
  key: number
  period: string
  lever: (typeof LEVERS)[number]
  category: string
  spendCents: number
  reach: number
}

/** The stepped path: which lever works when, in which category, by how much; what each adds to AOV. */
export function AovPathCard({ at, view, categories }: GoalsProps & { categories: readonly string[] }) {
  const t = useStrings(balanceStrings)
  const [steps, setSteps] = useState<readonly Step[]>([])
  const add = (): void => {
    const key = Math.max(0, ...steps.map((s) => s.key)) + 1
    const period = `${view.year}-Q${Math.min(4, steps.length + 1)}`
    setSteps([...steps, { key, period, lever: 'bundle', category: categories[0] ?? '', spendCents: 0, reach: 0 }])
  }
  const moving = steps.filter((s) => s.spendCents !== 0 || s.reach !== 0)
  const asked = { revision: view.revision, steps: moving.map(({ key: _, ...step }) => step) }
  const shown = useDeferredValue(JSON.stringify(asked))
  const path = useProposal<AovPath>(at, 'aov-path', moving.length > 0 ? (JSON.parse(shown) as object) : null)
  const edit = (key: number, part: Partial<Step>): void =>
    setSteps(steps.map((s) => (s.key === key ? { ...s, ...part } : s)))
  return (
    <Card title={t.aovPath} note={t.aovPathNote} extra={<Button onClick={add}>{t.addStep}</Button>}>
      <div className={styles.steps}>
        {steps.map((step) => (
          <StepRow
            key={step.key}
            step={step}
            year={view.year}
            currency={view.currency}
            categories={categories}
            onChange={(part) => edit(step.key, part)}
            onRemove={() => setSteps(steps.filter((s) => s.key !== step.key))}
          />
        ))}
      </div>
      {moving.length > 0 && (
        <PanelBody<AovPath> query={path} height={160}>
          {(data) => (
            <>
              <PathTable data={data} currency={view.currency} />
              <div className={styles.write}>
                <WriteButton at={at} part="aov-path" asked={asked} disabled={path.isPlaceholderData} />
              </div>
            </>
          )}
        </PanelBody>
      )}
    </Card>
  )
}

type RowProps = {
  step: Step
  year: number
  currency: string
  categories: readonly string[]
  onChange: (part: Partial<Step>) => void
  onRemove: () => void
}

function StepRow({ step, year, currency, categories, onChange, onRemove }: RowProps) {
  const t = useStrings(balanceStrings)
  return (
    <div className={styles.step}>
      <Select
        aria-label={t.period}
        value={step.period}
        options={[1, 2, 3, 4].map((q) => ({ value: `${year}-Q${q}`, label: `Q${q}` }))}
        onChange={(period) => onChange({ period })}
      />
      <Select
        aria-label={t.lever}
        value={step.lever}
        style={{ width: 130 }}
        options={LEVERS.map((value) => ({ value, label: t[value] }))}
        onChange={(lever) => onChange({ lever })}
      />
      <Select
        aria-label={t.category}
        value={step.category}
        style={{ width: 140 }}
        options={categories.map((value) => ({ value, label: value }))}
        onChange={(category) => onChange({ category })}
      />
      <div style={{ width: 150 }} title={t.spendMore}>
        <MoneyInput
          disabled={false}
          currency={currency}
          value={step.spendCents}
          onChange={(value) => onChange({ spendCents: typeof value === 'number' ? value : 0 })}
        />
      </div>
      <InputNumber
        aria-label={t.reachMore}
        title={t.reachMore}
        prefix="+"
        suffix="pp"
        min={-100}
        max={100}
        step={0.5}
        value={step.reach * 100}
        onChange={(points) => onChange({ reach: Math.round((points ?? 0) * 100) / 10_000 })}
      />
      <Button type="text" onClick={onRemove}>
        {t.remove}
      </Button>
    </div>
  )
}

function PathTable({ data, currency }: { data: AovPath; currency: string }) {
  const t = useStrings(balanceStrings)
  const format = useFormat(currency)
  const money = (value: number) => <FigureCell value={Math.round(value)} unit="money" format={format} />
  const levers = data.levers
    .filter((l) => l.effect !== 0)
    .map((l) => `${t[l.lever]} ${format.exact(Math.round(l.effect), 'money')}`)
  return (
    <>
      <p className={styles.answer}>
        {t.pathAnswer(
          format.exact(data.base === null ? null : Math.round(data.base), 'money'),
          format.exact(data.end === null ? null : Math.round(data.end), 'money'),
          levers.join('、'),
        )}
      </p>
      <DataTable<AovPath['steps'][number] & { key: string }>
        label={t.aovPath}
        rows={data.steps.map((step, i) => ({ ...step, key: `${i}` }))}
        rowKey={(s) => s.key}
        columns={[
          { key: 'period', title: t.period, render: (s) => format.period(s.period) },
          { key: 'lever', title: t.lever, render: (s) => t[s.lever] },
          { key: 'category', title: t.category, render: (s) => s.category },
          { key: 'mix', title: t.mixEffect, numeric: true, render: (s) => money(s.mix) },
          { key: 'price', title: t.priceEffect, numeric: true, render: (s) => money(s.price) },
          { key: 'after', title: t.aovAfter, numeric: true, render: (s) => money(s.after) },
        ]}
      />
    </>
  )
}
