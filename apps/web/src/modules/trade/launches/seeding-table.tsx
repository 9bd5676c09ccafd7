import type { LaunchCreator, LaunchReport } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import stack from '../../../parts/stack.module.css'
import { strings } from './strings.ts'

/** The creators of a launch: who is late, who has posted, and what their posts brought against the plan. */
export function SeedingTable({ launch: { name, creators, seeded } }: { launch: LaunchReport }) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<LaunchCreator>[] = [
    { key: 'creator', title: t.creator, render: (one) => `${one.creator}${one.platform ? ` · ${one.platform}` : ''}` },
    { key: 'state', title: t.state, render: ({ state }) => (state === 'planned' ? t.toDo : t[state]) },
    { key: 'samples', title: t.samples, numeric: true, render: ({ samples }) => format.count(samples) },
    { key: 'due', title: t.postDue, render: ({ postDue }) => format.shortDay(postDue) },
    {
      key: 'views',
      title: t.views,
      numeric: true,
      render: ({ views }) => <span data-value={views ?? ''}>{format.exact(views, 'count')}</span>,
    },
    { key: 'planned', title: t.plannedViews, numeric: true, render: (one) => format.exact(one.plannedViews, 'count') },
    {
      key: 'cost',
      title: t.cost,
      numeric: true,
      render: ({ costCents }) => <FigureCell value={costCents} unit="money" format={format} />,
    },
  ]
  return (
    <section className={stack.stack} aria-label={`${name} ${t.seeding}`}>
      <h3>{t.seeding}</h3>
      <FigureStrip label={`${name} ${t.seeding}`}>
        <FigureTile
          label={t.posted}
          value={t.ofAll(format.count(seeded.posted), format.count(seeded.creators))}
          exact={seeded.posted}
        />
        <FigureTile
          label={t.late}
          value={format.count(seeded.late)}
          exact={seeded.late}
          tone={seeded.late > 0 ? 'warn' : undefined}
        />
        <FigureTile label={t.views} value={format.exact(seeded.views, 'count')} exact={seeded.views}>
          <FigureWords>{t.viewsText(format.exact(seeded.plannedViews, 'count'))}</FigureWords>
        </FigureTile>
        <FigureTile
          label={t.share}
          value={seeded.share === null ? '–' : format.percent(seeded.share)}
          exact={seeded.share}
        >
          <FigureWords>{t.shareText}</FigureWords>
        </FigureTile>
        <FigureTile
          label={t.cost}
          value={format.short(seeded.costCents, 'money')}
          exact={seeded.costCents}
          title={format.exact(seeded.costCents, 'money')}
        >
          {seeded.costPerThousandCents !== null && (
            <FigureWords>{t.perThousand(format.exact(seeded.costPerThousandCents, 'money'))}</FigureWords>
          )}
        </FigureTile>
      </FigureStrip>
      <DataTable
        columns={columns}
        rows={creators}
        rowKey={(one) => `${one.creator}/${one.platform}`}
        label={`${name} ${t.seeding}`}
      />
    </section>
  )
}
