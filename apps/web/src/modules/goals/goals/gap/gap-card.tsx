import type { GoalGap, GoalReplay, GoalsView } from '@zhanggui/contract'
import { Button } from 'antd'
import { ChartWithTable } from '../../../../charts/chart-with-table.tsx'
import type { ChartWords } from '../../../../charts/series.ts'
import { buildWaterfallOption } from '../../../../charts/waterfall-option.ts'
import { type Format, useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { DataTable } from '../../../../parts/data-table.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import stack from '../../../../parts/stack.module.css'
import { useNarrow } from '../../../../parts/use-narrow.ts'
import { useTheme } from '../../../../theme/theme-provider.tsx'
import type { PlanAt } from '../../plans/use-plans.ts'
import { goalTitle } from '../goal-title.ts'
import { strings } from '../strings.ts'
import { useGap, useReplay } from '../use-goals.ts'

const HEIGHT = 320

type Props = { at: PlanAt; view: GoalsView; goal: string; asOf: string | null }

/** From the target to what is expected, cause by cause; and how good the forecasts of the year were. */
export function GapCard({ at, view, goal, asOf }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(view.currency)
  const found = view.goals.find((g) => g.id === goal)
  const gap = useGap(at, goal, asOf)
  if (!found) return null
  const title = `${t.why} · ${goalTitle(found, view, { language, format, unknown: t.unknownValue })}`
  const whole = found.period.length === 4 || found.period.includes('Q')
  return (
    <Panel<GoalGap> title={title} note={t.gapNote} query={gap} height={HEIGHT}>
      {(data) => (
        <div className={stack.stack}>
          <Waterfall view={view} data={data} title={title} />
          {whole && <Replay at={at} view={view} goal={goal} />}
        </div>
      )}
    </Panel>
  )
}

const unitOf = (view: GoalsView, goal: string) =>
  view.metrics.find((m) => m.id === view.goals.find((g) => g.id === goal)?.metric)?.unit ?? null

function Waterfall({ view, data, title }: { view: GoalsView; data: GoalGap; title: string }) {
  const t = useStrings(strings)
  const theme = useTheme()
  const narrow = useNarrow()
  const format = useFormat(view.currency)
  const unit = unitOf(view, data.goal)
  const words: ChartWords = {
    short: (value) => format.short(value, unit),
    exact: (value) => format.exact(value, unit),
    axis: (key) => key,
    full: (key) => key,
  }
  const names: Readonly<Record<string, string>> = {
    uv: t.causeUv,
    cvr: t.causeCvr,
    aov: t.causeAov,
    buyers: t.causeBuyers,
    rest: t.causeRest,
    plannedGrowth: t.causePlanned,
  }
  const steps = data.causes.map(({ id, effect }) => ({ name: names[id] ?? t.causeOther, effect }))
  const option = buildWaterfallOption(
    {
      start: { name: t.target, value: data.target },
      steps,
      end: { name: t.expected, value: data.expected },
      words,
      narrow,
    },
    theme,
  )
  return (
    <ChartWithTable
      title={title}
      option={option}
      height={HEIGHT}
      table={<Causes data={data} steps={steps} format={format} unit={unit} />}
    />
  )
}

type CausesProps = {
  data: GoalGap
  steps: { name: string; effect: number }[]
  format: Format
  unit: ReturnType<typeof unitOf>
}

function Causes({ data, steps, format, unit }: CausesProps) {
  const t = useStrings(strings)
  const rows = [...steps, { name: t.together, effect: data.difference }]
  return (
    <DataTable
      label={t.causes}
      rows={rows}
      rowKey={(r) => r.name}
      columns={[
        { key: 'name', title: t.causes, render: (r) => r.name },
        {
          key: 'effect',
          title: t.effect,
          numeric: true,
          render: (r) => <span data-value={r.effect}>{format.exact(r.effect, unit)}</span>,
        },
      ]}
    />
  )
}

function Replay({ at, view, goal }: Omit<Props, 'asOf'>) {
  const t = useStrings(strings)
  const format = useFormat(view.currency)
  const replay = useReplay(at, goal)
  const unit = unitOf(view, goal)
  if (!replay.data)
    return (
      <div>
        <Button loading={replay.isPending} onClick={() => replay.mutate()}>
          {t.replay}
        </Button>
        {replay.isError && <Problem compact error={replay.error} />}
      </div>
    )
  return (
    <div>
      <p>{replay.data.wape !== null && t.replayNote(format.percent(replay.data.wape))}</p>
      <DataTable<GoalReplay['periods'][number]>
        label={t.replay}
        rows={replay.data.periods}
        rowKey={(p) => p.period}
        columns={[
          { key: 'period', title: t.period, render: (p) => format.period(p.period) },
          { key: 'expected', title: t.expectedThen, numeric: true, render: (p) => format.short(p.expected, unit) },
          { key: 'actual', title: t.actual, numeric: true, render: (p) => format.short(p.actual, unit) },
          {
            key: 'error',
            title: t.error,
            numeric: true,
            render: (p) => (p.relative === null ? '–' : format.percent(p.relative)),
          },
        ]}
      />
    </div>
  )
}
