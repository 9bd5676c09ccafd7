import type { AttainmentRow, Goal, GoalsAttainment, GoalsView, Unit } from '@zhanggui/contract'
import { Alert, Segmented } from 'antd'
import { type ReactNode, useId, useMemo } from 'react'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { type Format, useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { DayInput } from '../../../../parts/day-input.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { GapCard } from '../gap/gap-card.tsx'
import { gapText } from '../gap-text.ts'
import { columnLabel, goalColumns } from '../goal-columns.ts'
import { type GoalLine, goalLines, lineName } from '../goal-lines.ts'
import { headGoal } from '../goals-headline.tsx'
import type { GoalsProps } from '../goals-home.tsx'
import { StatusTag } from '../status-tag.tsx'
import { strings } from '../strings.ts'
import { useAttainment } from '../use-goals.ts'
import { AttainBar } from './attain-bar.tsx'
import styles from './attainment-view.module.css'

const HEIGHT = 420
const PAGE = 40

/** Each line of one period: how far, where to, what it takes; and why, for the chosen one. */
export default function AttainmentView({ at, view }: GoalsProps) {
  const { get, set } = useSearchState()
  const asOf = get('asOf')
  const attained = useAttainment(at, asOf)
  const periods = useMemo(() => goalColumns(view.goals, null), [view.goals])
  const period = get('period') ?? headGoal(view)?.period ?? periods[0] ?? ''
  const node = get('node') ?? headGoal(view)?.id ?? null
  return (
    <div className={stack.stack}>
      <div className={styles.asked}>
        <Periods periods={periods} period={period} choose={(p) => set({ period: p, node: null }, { replace: true })} />
        <AsOf day={asOf} onChange={(day) => set({ asOf: day })} />
      </div>
      <PanelBody<GoalsAttainment> query={attained} height={HEIGHT}>
        {(data) => (
          <>
            <Warnings data={data} />
            <AttainTable view={view} data={data} period={period} onChoose={(goal) => set({ node: goal })} />
          </>
        )}
      </PanelBody>
      {node && <GapCard key={node} at={at} view={view} goal={node} asOf={asOf} />}
    </div>
  )
}

/** Looking back: what was known, and expected, on an earlier day. */
function AsOf({ day, onChange }: { day: string | null; onChange: (day: string | null) => void }) {
  const t = useStrings(strings)
  const id = useId()
  return (
    <span className={styles.asOf}>
      <label htmlFor={id}>{t.seenFrom}</label>
      <DayInput id={id} value={day} onChange={onChange} />
    </span>
  )
}

type PeriodsProps = { periods: readonly string[]; period: string; choose: (period: string) => void }

function Periods({ periods, period, choose }: PeriodsProps) {
  const format = useFormat()
  return (
    <div style={{ overflowX: 'auto' }}>
      <Segmented<string>
        value={period}
        onChange={choose}
        options={periods.map((value) => ({ value, label: columnLabel(value, periods, format) }))}
      />
    </div>
  )
}

function Warnings({ data }: { data: GoalsAttainment }) {
  const language = useLanguage()
  return data.warnings.map((w) => (
    <Alert key={w.code} type="warning" showIcon title={language === 'zh' ? w.messageZh : w.messageEn} />
  ))
}

type Line = { line: GoalLine; goal: Goal; row: AttainmentRow }
type TableProps = { view: GoalsView; data: GoalsAttainment; period: string; onChoose: (goal: string) => void }

function AttainTable({ view, data, period, onChoose }: TableProps) {
  const t = useStrings(strings)
  const format = useFormat(view.currency)
  const language = useLanguage()
  const rows = useMemo(() => {
    const byGoal = new Map(data.rows.map((r) => [r.goal, r]))
    return goalLines(view.goals).flatMap((line): Line[] => {
      const goal = line.cells.get(period)
      const row = goal && byGoal.get(goal.id)
      return goal && row ? [{ line, goal, row }] : []
    })
  }, [view.goals, data.rows, period])
  const name = (line: GoalLine): string => lineName(line, view, language, t.unknownValue)
  return (
    <Card title={t.attainment} note={t.asOf(format.longDay(data.asOf))}>
      <DataTable<Line>
        label={t.attainment}
        rows={rows}
        rowKey={({ goal }) => goal.id}
        pageSize={PAGE}
        columns={columnsOf(t, name, format, view)}
        onRowClick={({ goal }) => onChoose(goal.id)}
      />
    </Card>
  )
}

type Words = Pick<
  ReturnType<typeof useStrings<typeof strings.zh>>,
  | 'line'
  | 'target'
  | 'actual'
  | 'rate'
  | 'expected'
  | 'gapColumn'
  | 'perDay'
  | 'share'
  | 'status'
  | 'surplus'
  | 'methodShare'
>

function columnsOf(t: Words, name: (line: GoalLine) => string, format: Format, view: GoalsView): Column<Line>[] {
  const unit = (goal: Goal) => view.metrics.find((m) => m.id === goal.metric)?.unit ?? null
  const figure = (goal: Goal, value: number | null) => (
    <span title={format.exact(value, unit(goal))} data-value={value ?? ''}>
      {format.short(value, unit(goal))}
    </span>
  )
  return [
    {
      key: 'line',
      title: t.line,
      render: ({ line }) => <span style={{ paddingInlineStart: line.depth * 16 }}>{name(line)}</span>,
    },
    { key: 'target', title: t.target, numeric: true, render: ({ goal, row }) => figure(goal, row.target) },
    { key: 'actual', title: t.actual, numeric: true, render: ({ goal, row }) => figure(goal, row.actual) },
    {
      key: 'rate',
      title: t.rate,
      numeric: true,
      width: 130,
      sort: (a, b) => (a.row.rate ?? -1) - (b.row.rate ?? -1),
      render: ({ row }) => (
        <>
          {row.rate === null ? '–' : format.percent(row.rate)}
          <AttainBar row={row} />
        </>
      ),
    },
    {
      key: 'end',
      title: t.expected,
      numeric: true,
      render: ({ goal, row }) => <End goal={goal} row={row} figure={figure} note={t.methodShare} />,
    },
    {
      key: 'gap',
      title: t.gapColumn,
      numeric: true,
      sort: (a, b) => (a.row.gap ?? 0) - (b.row.gap ?? 0),
      render: ({ goal, row }) => <Gap gap={row.gap} unit={unit(goal)} format={format} surplus={t.surplus} />,
    },
    {
      key: 'perDay',
      title: t.perDay,
      numeric: true,
      render: ({ goal, row }) => figure(goal, row.neededPerDay === null ? null : Math.round(row.neededPerDay)),
    },
    {
      key: 'share',
      title: t.share,
      numeric: true,
      render: ({ row }) => (row.share?.actual == null ? '–' : format.percent(row.share.actual)),
    },
    { key: 'status', title: t.status, render: ({ row }) => <StatusTag status={row.status} /> },
  ]
}

type GapProps = { gap: number | null; unit: Unit | null; format: Format; surplus: string }

/** What is missing; more than asked is no negative lack. */
const Gap = ({ gap, unit, format, surplus }: GapProps) => (
  <span title={format.exact(gap, unit)} data-value={gap ?? ''}>
    {gap !== null && gap < 0 ? `${surplus} ` : ''}
    {gapText(gap, unit, format)}
  </span>
)

type EndProps = {
  goal: Goal
  row: AttainmentRow
  figure: (goal: Goal, value: number | null) => ReactNode
  note: string
}

const End = ({ goal, row, figure, note }: EndProps) => (
  <>
    {figure(goal, row.end?.mean ?? null)}
    {row.method === 'share' && <small> {note}</small>}
  </>
)
