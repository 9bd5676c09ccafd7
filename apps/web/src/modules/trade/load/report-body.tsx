import type { LoadCheck, LoadReport, LoadStep } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import stack from '../../../parts/stack.module.css'
import { strings } from './strings.ts'

const rate = (value: number): string => value.toFixed(value < 10 ? 1 : 0)
const ms = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(value < 10 ? 1 : 0))

/** The verdict first, then the checks, then every step. */
export function ReportBody({ report }: { report: LoadReport }) {
  return (
    <div className={stack.stack}>
      <Tiles report={report} />
      <Checks checks={report.checks} />
      <Steps steps={report.steps} />
    </div>
  )
}

function Tiles({ report }: { report: LoadReport }) {
  const t = useStrings(strings)
  const format = useFormat()
  const parts: Record<string, string> = { price: t.price, core: t.core, records: t.records, http: t.http }
  const { isPassed, kneePerSecond, bottleneck, steps, startedAt } = report
  const overload = steps.find(({ kind }) => kind === 'overload')?.doneMs
  const attack = steps.find(({ kind }) => kind === 'attack')
  const served = attack && attack.buyers > 0 ? attack.buyersDone / attack.buyers : null
  return (
    <FigureStrip label={t.reports}>
      <FigureTile label={t.result} value={isPassed ? t.passed : t.notPassed} tone={isPassed ? undefined : 'bad'}>
        <FigureWords>{format.instant(startedAt)}</FigureWords>
      </FigureTile>
      <FigureTile
        label={t.knee}
        value={kneePerSecond === null ? t.noKnee : t.perSecond(rate(kneePerSecond))}
        exact={kneePerSecond}
      />
      <FigureTile label={t.bottleneck} value={bottleneck ? (parts[bottleneck.part] ?? bottleneck.part) : '–'}>
        {bottleneck && <FigureWords>{t.ofTime(format.percent(bottleneck.share))}</FigureWords>}
      </FigureTile>
      <FigureTile
        label={t.overloadP99}
        value={overload ? t.ms(ms(overload.p99Ms)) : '–'}
        exact={overload?.p99Ms ?? null}
      />
      <FigureTile label={t.buyers} value={served === null ? '–' : format.percent(served)} exact={served} />
    </FigureStrip>
  )
}

function Checks({ checks }: { checks: readonly LoadCheck[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const isShare = (check: LoadCheck): boolean => check.check === 'buyers'
  const figure = (check: LoadCheck, value: number | null): string =>
    value === null ? '–' : isShare(check) ? format.percent(value / 10_000) : rate(value)
  const columns: Column<LoadCheck>[] = [
    { key: 'check', title: t.checks, render: ({ check }) => (check === 'buyers' ? t.buyersCheck : t[check]) },
    { key: 'measured', title: t.measured, numeric: true, render: (check) => figure(check, check.measured) },
    { key: 'goal', title: t.goal, numeric: true, render: (check) => figure(check, check.goal) },
    {
      key: 'result',
      title: t.result,
      render: ({ isPassed }) => (
        <span style={{ color: isPassed ? 'var(--green)' : 'var(--red)' }}>{isPassed ? t.passed : t.notPassed}</span>
      ),
    },
  ]
  return <DataTable columns={columns} rows={checks} rowKey={({ check }) => check} label={t.checks} />
}

type NumberedStep = LoadStep & { number: number }

function Steps({ steps }: { steps: readonly LoadStep[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const rows: NumberedStep[] = steps.map((step, i) => ({ ...step, number: i + 1 }))
  const column = (key: string, title: string, render: (step: NumberedStep) => string): Column<NumberedStep> => ({
    key,
    title,
    numeric: true,
    render,
  })
  const columns: Column<NumberedStep>[] = [
    { key: 'step', title: t.step, render: ({ number, kind }) => `${number} · ${t[kind]}` },
    column('offered', t.offered, ({ offeredPerSecond }) => rate(offeredPerSecond)),
    column('done', t.done, ({ donePerSecond }) => rate(donePerSecond)),
    column('refused', t.refused, ({ refused }) => format.count(refused)),
    column('failed', t.failed, ({ failed }) => format.count(failed)),
    column('p50', t.p50, ({ doneMs }) => ms(doneMs?.p50Ms)),
    column('p99', t.p99, ({ doneMs }) => ms(doneMs?.p99Ms)),
    column('refusedP99', t.refusedP99, ({ refusedMs }) => ms(refusedMs?.p99Ms)),
    column('waited', t.waited, ({ waitMs }) => (waitMs ? rate(waitMs.p50Ms / 1000) : '–')),
  ]
  return <DataTable columns={columns} rows={rows} rowKey={({ number }) => String(number)} label={t.steps} />
}
