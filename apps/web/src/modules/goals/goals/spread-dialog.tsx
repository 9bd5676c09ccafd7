import type { GoalsChanged, GoalsView, SpreadGoals } from '@zhanggui/contract'
import { Alert, Checkbox, Form, Input, InputNumber, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useMetricDictionary } from '../../../api/use-metric-dictionary.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import type { PlanAt } from '../plans/use-plans.ts'
import { figureFromText } from './figure-text.ts'
import { goalTitle } from './goal-title.ts'
import { strings } from './strings.ts'
import { useChangeGoals } from './use-goals.ts'

type Props = {
  at: PlanAt
  view: GoalsView
  /** The goal to split; null begins a new year. */
  goal: string | null
  onClose: () => void
  onDone: (changed: GoalsChanged) => void
}

type Total = 'keep' | 'grow' | 'amount'
type Shape = NonNullable<SpreadGoals['shape']>
type Asked = {
  goal: string | null
  total: Total
  growth: number
  amount: string
  by: string[]
  shape: Shape
  crossTotals: boolean
}

/** Periods finer than a goal's own, coarse first. */
const GRAINS = ['quarter', 'month', 'day'] as const
type Grain = (typeof GRAINS)[number]

function finerGrains(view: GoalsView, goal: string | null): readonly Grain[] {
  const period = view.goals.find((g) => g.id === goal)?.period ?? String(view.year)
  if (period.length === 4) return GRAINS
  return period.includes('Q') ? ['month', 'day'] : period.length === 7 ? ['day'] : []
}

/** What a goal is usually split by first: down to months, or a month to its days. */
const usualSplit = (grains: readonly Grain[]): string[] =>
  grains.includes('month') ? grains.filter((g) => g !== 'day') : [...grains]

const FIRST: Asked = {
  goal: null,
  total: 'grow',
  growth: 30,
  amount: '',
  by: ['quarter', 'month'],
  shape: 'season',
  crossTotals: true,
}

/** Splits a goal, or a new yearly one, after showing how many goals that makes. */
export function SpreadDialog({ at, view, goal, onClose, onDone }: Props) {
  const t = useStrings(strings)
  const [asked, setAsked] = useState<Asked>({
    ...FIRST,
    goal: goal ?? rootOf(view),
    total: view.goals.length > 0 ? 'keep' : 'grow',
    by: usualSplit(finerGrains(view, goal ?? rootOf(view))),
  })
  const preview = useChangeGoals(at, view.revision)
  const save = useChangeGoals(at, view.revision)
  const change = (part: Partial<Asked>): void => {
    setAsked((before) => ({ ...before, ...part }))
    preview.reset()
  }
  const body = bodyOf(asked, view)
  const run = (apply: boolean): void => {
    if (!body) return
    const made = { kind: 'spread' as const, body: { ...body, apply } }
    if (!apply) preview.mutate(made)
    else
      save.mutate(made, {
        onSuccess: (changed) => {
          onDone(changed)
          onClose()
        },
      })
  }
  const failed = save.error ?? preview.error
  return (
    <Modal
      open
      title={t.spreadTitle}
      okText={preview.data ? t.apply : t.preview}
      cancelText={t.cancel}
      okButtonProps={{ disabled: body === null, loading: preview.isPending || save.isPending }}
      onOk={() => run(preview.data !== undefined)}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <GoalField view={view} asked={asked} change={change} />
        <TotalField view={view} asked={asked} change={change} />
        <AxesField view={view} asked={asked} change={change} />
        {preview.data && <Outcome view={view} changed={preview.data} />}
        {failed && <Problem compact error={failed} />}
      </Form>
    </Modal>
  )
}

const rootOf = (view: GoalsView): string | null =>
  view.goals.find((g) => g.parentId === null && g.metric === 'paid')?.id ?? null

/** The request, or null while something that it needs is missing. */
function bodyOf(asked: Asked, view: GoalsView): Omit<SpreadGoals, 'revision'> | null {
  const { goal, total, growth, amount, by, shape, crossTotals } = asked
  const unit =
    goal === null
      ? 'money'
      : (view.metrics.find((m) => m.id === view.goals.find((g) => g.id === goal)?.metric)?.unit ?? null)
  const figure = figureFromText(amount, unit, view.currency)
  if (by.length === 0 || (total === 'amount' && (figure === null || figure === undefined))) return null
  return {
    by,
    shape,
    crossTotals,
    ...(goal === null ? {} : { goal }),
    ...(total === 'grow' ? { growthBp: Math.round(growth * 100) } : {}),
    ...(total === 'amount' && typeof figure === 'number' ? { total: figure } : {}),
  }
}

type FieldProps = { view: GoalsView; asked: Asked; change: (part: Partial<Asked>) => void }

function GoalField({ view, asked, change }: FieldProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(view.currency)
  const words = { language, format, unknown: t.unknownValue }
  const goals = view.goals.filter((g) => g.target !== null && g.period.length < 10)
  return (
    <Form.Item label={t.spreadGoal}>
      <Select<string>
        aria-label={t.spreadGoal}
        showSearch={{ optionFilterProp: 'label' }}
        value={asked.goal ?? ''}
        onChange={(id) => change({ goal: id === '' ? null : id, by: usualSplit(finerGrains(view, id)) })}
        options={[
          ...(rootOf(view) === null ? [{ value: '', label: t.spreadNew }] : []),
          ...goals.slice(0, 2000).map((g) => ({ value: g.id, label: goalTitle(g, view, words) })),
        ]}
      />
    </Form.Item>
  )
}

function TotalField({ view, asked, change }: FieldProps) {
  const t = useStrings(strings)
  const options = [
    ...(asked.goal === null ? [] : [{ value: 'keep' as const, label: t.spreadKeep }]),
    { value: 'grow' as const, label: t.spreadGrow },
    { value: 'amount' as const, label: t.spreadAmount },
  ]
  const wrong = asked.amount !== '' && figureFromText(asked.amount, 'money', view.currency) === undefined
  return (
    <Form.Item label={t.spreadTotal} {...(wrong ? { validateStatus: 'error' as const, help: t.noFigure } : {})}>
      <Segmented<Total> options={options} value={asked.total} onChange={(total) => change({ total })} />
      {asked.total === 'grow' && (
        <InputNumber
          aria-label={t.growthPercent}
          style={{ marginInlineStart: 12, width: 130 }}
          suffix="%"
          min={-90}
          max={1000}
          value={asked.growth}
          onChange={(growth) => change({ growth: growth ?? 0 })}
        />
      )}
      {asked.total === 'amount' && (
        <Input
          aria-label={t.spreadAmount}
          style={{ marginInlineStart: 12, width: 150 }}
          placeholder="200万"
          value={asked.amount}
          onChange={(event) => change({ amount: event.target.value })}
        />
      )}
    </Form.Item>
  )
}

function AxesField({ view, asked, change }: FieldProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const dictionary = useMetricDictionary().data
  const metric = view.goals.find((g) => g.id === asked.goal)?.metric ?? 'paid'
  const possible = dictionary?.metrics.find((m) => m.id === metric)?.dimensions ?? []
  const dimensions = (dictionary?.dimensions ?? []).filter((d) => possible.includes(d.id))
  const shapes: { value: Shape; label: string }[] = [
    { value: 'season', label: t.season },
    { value: 'lastYear', label: t.lastYearShape },
    { value: 'even', label: t.even },
  ]
  return (
    <>
      <Form.Item label={t.spreadBy}>
        <Select<string[]>
          mode="multiple"
          aria-label={t.spreadBy}
          value={asked.by}
          maxCount={4}
          onChange={(by) => change({ by })}
          options={[
            ...finerGrains(view, asked.goal).map((grain) => ({ value: grain, label: t[grain] })),
            ...dimensions.map((d) => ({ value: d.id, label: language === 'zh' ? d.nameZh : d.nameEn })),
          ]}
        />
      </Form.Item>
      <Form.Item label={t.spreadShape}>
        <Select<Shape>
          aria-label={t.spreadShape}
          value={asked.shape}
          onChange={(shape) => change({ shape })}
          options={shapes}
        />
      </Form.Item>
      <Checkbox checked={asked.crossTotals} onChange={(event) => change({ crossTotals: event.target.checked })}>
        {t.crossTotals}
      </Checkbox>
    </>
  )
}

function Outcome({ view, changed }: { view: GoalsView; changed: GoalsChanged }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(view.currency)
  const root = changed.made.find((g) => g.parentId === null)
  const lines = [
    ...(root ? [`${format.period(root.period)} ${format.exact(root.target, 'money')}`] : []),
    t.made2(String(changed.made.length)),
    t.previewSome(String(changed.changes.length)),
    ...changed.warnings.map((w) => (language === 'zh' ? w.messageZh : w.messageEn)),
  ]
  return (
    <Alert
      style={{ marginBlockStart: 16 }}
      type={changed.warnings.length > 0 ? 'warning' : 'info'}
      title={lines.map((line) => <div key={line}>{line}</div>)}
    />
  )
}
