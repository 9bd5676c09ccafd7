import type { MetricInfo, QueryRequest } from '@zhanggui/contract'
import { useMetricQuery } from '../../../api/use-metric-query.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { exploreLink } from '../explore/explore-link.ts'
import { RankList } from '../rank-list.tsx'
import { namesNothing, rankRows } from '../ranking.ts'
import { linkRange } from './link-range.ts'
import { MoreLink } from './more-link.tsx'
import { strings } from './strings.ts'

type RankPanelProps = {
  title: string
  dimension: string
  metric: MetricInfo
  question: QueryRequest
  className?: string
}

const ROW = 38

/** Who brought how much: a ranking of one dimension, each row a door to its own figures. */
export function RankPanel({ title, dimension, metric, question, className = '' }: RankPanelProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const store = useStoreId()
  const query = useMetricQuery(store, question)
  const link = exploreLink(store, { metrics: [metric.id], dimensions: [dimension], ...linkRange(question) })
  return (
    <Panel
      title={title}
      note={metric.unit === 'ratio' ? nameOf(metric, language) : t.shareOf(nameOf(metric, language))}
      extra={<MoreLink to={link} label={`${t.all}: ${title}`} />}
      query={query}
      height={ROW * (question.limit ?? 8)}
      className={className}
      isEmpty={(result) => namesNothing(rankRows(result, dimension, metric.id))}
      empty={<EmptyState title={t.noNames(title)} text={t.noNamesText} />}
    >
      {(result) => (
        <RankList
          rows={rankRows(result, dimension, metric.id)}
          dimension={dimension}
          metric={metric}
          result={result}
          compared={question.compare !== undefined}
          linkTo={(key) =>
            exploreLink(store, {
              metrics: [metric.id],
              filters: [{ dimension, op: 'in', values: [key] }],
              ...linkRange(question),
            })
          }
        />
      )}
    </Panel>
  )
}
