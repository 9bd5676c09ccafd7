import type { PacingView } from '@zhanggui/contract'
import { ChartWithTable } from '../../../charts/chart-with-table.tsx'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import stack from '../../../parts/stack.module.css'
import { useTheme } from '../../../theme/theme-provider.tsx'
import { buildPacingOption } from './pacing-option.ts'
import { pacingStrings } from './pacing-strings.ts'

type Day = PacingView['days'][number]
type Props = { pacing: PacingView; currency: string }

/** The verdict first, then the days. */
export function PacingBody({ pacing, currency }: Props) {
  const t = useStrings(pacingStrings)
  const theme = useTheme()
  const format = useFormat(currency)
  const words = {
    short: (value: number | null) => format.short(value, 'money'),
    exact: (value: number | null) => format.exact(value, 'money'),
    axis: format.shortDay,
    full: (day: string) =>
      `${format.longDay(day)}${pacing.days.find((d) => d.day === day)?.phase === 'burst' ? ` · ${t.burst}` : ''}`,
  }
  const option = buildPacingOption({ days: pacing.days, words, names: { planned: t.planned, spent: t.spent } }, theme)
  const columns: Column<Day>[] = [
    { key: 'day', title: t.day, render: (d) => format.longDay(d.day) },
    {
      key: 'planned',
      title: t.planned,
      numeric: true,
      render: (d) => <FigureCell value={d.plannedCents} unit="money" format={format} />,
    },
    {
      key: 'spent',
      title: t.spent,
      numeric: true,
      render: (d) => <FigureCell value={d.spentCents} unit="money" format={format} />,
    },
  ]
  return (
    <div className={stack.stack}>
      <Tiles pacing={pacing} currency={currency} />
      <div>
        <p style={{ marginBlock: '8px 18px' }}>
          <FigureWords>{pacing.curve === 'lastYear' ? t.curveLastYear : t.curveEven}</FigureWords>
        </p>
        <ChartWithTable
          title={t.title}
          option={option}
          height={280}
          table={<DataTable columns={columns} rows={pacing.days} rowKey={(d) => d.day} label={t.title} />}
        />
      </div>
    </div>
  )
}

function Tiles({ pacing, currency }: Props) {
  const t = useStrings(pacingStrings)
  const format = useFormat(currency)
  const { delivery, remainder } = pacing
  const share = (value: number | null) => (value === null ? '–' : format.percent(value))
  const alarm = delivery.verdict === 'under' || delivery.verdict === 'over'
  return (
    <FigureStrip>
      <FigureTile
        label={t.through(format.shortDay(pacing.asOfDay))}
        value={t[delivery.verdict]}
        tone={alarm ? 'warn' : undefined}
      >
        <FigureWords>
          {`${format.short(delivery.spentCents, 'money')} / ${format.short(delivery.plannedCents, 'money')}`}
          {delivery.error !== null && ` · ${t.off(share(delivery.error))}`}
        </FigureWords>
      </FigureTile>
      <FigureTile
        label={t.remaining}
        value={format.short(delivery.remainingCents, 'money')}
        exact={delivery.remainingCents}
      >
        {delivery.neededPerDayCents !== null && (
          <FigureWords>
            {t.perDay(format.short(delivery.neededPerDayCents, 'money'), String(delivery.daysLeft))}
          </FigureWords>
        )}
      </FigureTile>
      <FigureTile label={t.cap} value={format.short(pacing.nextDayCapCents, 'money')} exact={pacing.nextDayCapCents}>
        <FigureWords>{t.capNote}</FigureWords>
      </FigureTile>
      <FigureTile
        label={t.remainder}
        value={`${format.short(remainder.remainderCents, 'money')} · ${share(remainder.remainderShare)}`}
        exact={remainder.remainderCents}
        tone={remainder.tooSmall ? 'bad' : undefined}
      >
        <FigureWords>
          {remainder.tooSmall && `${t.tooSmall} · `}
          {remainder.neededShare !== null &&
            `${t.needed(share(remainder.neededShare))}（${remainder.neededBy === 'rule' ? t.byRule : t.byDemand}）`}
        </FigureWords>
      </FigureTile>
    </FigureStrip>
  )
}
