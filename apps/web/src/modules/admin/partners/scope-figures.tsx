import type { PartnerFigure } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import styles from './partners.module.css'
import { strings } from './strings.ts'

/** What the partner needs of the shop, by week, the latest first. */
export function ScopeFigures({ figures, currency }: { figures: readonly PartnerFigure[]; currency: string }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(currency)
  const weeks = (figures[0]?.weeks ?? []).map(({ week }) => ({ week })).toReversed()
  return (
    <section aria-label={t.figures}>
      <h3 className={styles.heading}>
        {t.figures} <span className={styles.note}>{t.figuresNote}</span>
      </h3>
      <DataTable
        label={t.figures}
        rows={weeks}
        rowKey={({ week }) => week}
        columns={[
          { key: 'week', title: t.weekOf, render: ({ week }) => format.longDay(week) },
          ...figures.map((figure) => ({
            key: figure.metric,
            title: nameOf(figure, language),
            numeric: true,
            render: ({ week }: { week: string }) => (
              <FigureCell
                value={figure.weeks.find((one) => one.week === week)?.value}
                unit={figure.unit}
                format={format}
              />
            ),
          })),
        ]}
      />
    </section>
  )
}
