import type { PageSpeed, PageSpeedReport } from '@zhanggui/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureWords } from '../../../parts/figure-strip.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { useDimensionValue } from '../../insight/use-dimension-value.ts'
import { strings } from './strings.ts'
import { useSpeed } from './use-speed.ts'
import { Verdict } from './verdict.tsx'

const HEIGHT = 200

const hasLoads = ({ pages, unbudgeted }: PageSpeedReport): boolean =>
  unbudgeted.length > 0 || pages.some(({ loads }) => loads > 0)

/** How fast each kind of page is, against its budget and against the days before. */
export function SpeedPanel() {
  const t = useStrings(strings)
  const format = useFormat()
  const store = useStoreId()
  const valueName = useDimensionValue()
  const query = useSpeed(store)
  const budgets = (
    <Link to={`/stores/${encodeURIComponent(store)}/admin/resources/page-budgets`}>
      <Button tabIndex={-1}>{t.budgets}</Button>
    </Link>
  )
  return (
    <Panel<PageSpeedReport>
      title={t.title}
      note={query.data && t.note(format.shortRange(query.data))}
      query={query}
      height={HEIGHT}
      isEmpty={(report) => !hasLoads(report)}
      empty={<EmptyState title={t.empty} text={t.emptyText} />}
      extra={budgets}
    >
      {({ pages, unbudgeted }) => (
        <>
          <Pages pages={pages} />
          {unbudgeted.length > 0 && (
            <FigureWords>{t.unbudgeted(unbudgeted.map(({ page }) => valueName('page', page)).join('、'))}</FigureWords>
          )}
        </>
      )}
    </Panel>
  )
}

function Pages({ pages }: { pages: readonly PageSpeed[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const language = useLanguage()
  const seconds = (ms: number | null): string => (ms === null ? '–' : t.seconds((ms / 1000).toFixed(1)))
  const time = (key: 'p75Ms' | 'p95Ms' | 'beforeP75Ms', title: string): Column<PageSpeed> => ({
    key,
    title,
    numeric: true,
    render: (page) => <span data-value={page[key] ?? ''}>{seconds(page[key])}</span>,
  })
  const columns: Column<PageSpeed>[] = [
    { key: 'page', title: t.page, render: (page) => nameOf(page, language) },
    { key: 'verdict', title: t.verdict, render: (page) => <Verdict page={page} /> },
    { key: 'loads', title: t.loads, numeric: true, render: ({ loads }) => format.count(loads) },
    time('p75Ms', t.p75),
    time('beforeP75Ms', t.before),
    time('p95Ms', t.p95),
    {
      key: 'slow',
      title: t.slowShare,
      numeric: true,
      render: ({ slow, loads }) => (loads === 0 ? '–' : format.percent(slow / loads)),
    },
    { key: 'jumps', title: t.jumps, numeric: true, render: ({ p75Jumps }) => p75Jumps ?? '–' },
    {
      key: 'budget',
      title: t.budget,
      render: ({ budgetMs, budgetJumps }) => t.budgetText(seconds(budgetMs), format.count(budgetJumps)),
    },
  ]
  return <DataTable columns={columns} rows={pages} rowKey={({ page }) => page} label={t.title} />
}
