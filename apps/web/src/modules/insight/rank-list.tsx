import type { MetricInfo, QueryResult } from '@zhanggui/contract'
import { Tooltip } from 'antd'
import { Link } from 'react-router'
import { useFormat } from '../../format/use-format.ts'
import { useStrings } from '../../locale/strings.ts'
import { ChangeMark } from '../../parts/change-mark.tsx'
import { FigureNote, NOTE_TRIGGERS } from './figure-note.tsx'
import { partialWords } from './partial.ts'
import styles from './rank-list.module.css'
import type { RankRow } from './ranking.ts'
import { strings } from './strings.ts'
import { useDimensionValue } from './use-dimension-value.ts'

type RankListProps = {
  rows: RankRow[]
  dimension: string
  metric: MetricInfo
  result: QueryResult
  compared: boolean
  linkTo: (key: string) => string
}

/** A ranking as bars behind names, with share and movement. Bars begin at zero and are measured by the largest. */
export function RankList({ rows, dimension, metric, result, compared, linkTo }: RankListProps) {
  const t = useStrings(strings)
  const format = useFormat(result.currency)
  const days = partialWords(result, { period: '', metric: metric.id }, t)
  const valueName = useDimensionValue(result.labels)
  const largest = Math.max(...rows.map(({ value }) => value ?? 0), 0)
  const shared = rows.some(({ share }) => share !== null)
  const width = (value: number | null) => (value === null || value <= 0 || largest === 0 ? 0 : (value / largest) * 100)
  return (
    <ol className={styles.list} data-compared={compared || undefined} data-shared={shared || undefined}>
      {rows.map((row) => (
        <li key={row.key}>
          <Tooltip
            mouseEnterDelay={0.25}
            trigger={NOTE_TRIGGERS}
            styles={{ root: { maxWidth: 360 } }}
            title={
              <FigureNote
                metric={metric}
                value={row.value}
                before={compared ? row.before : undefined}
                currency={result.currency}
                freshness={result.freshness}
                days={days}
              />
            }
          >
            <Link to={linkTo(row.key)} className={styles.row} data-key={row.key}>
              <span className={styles.name}>
                <span className={styles.bar} style={{ width: `${width(row.value)}%` }} />
                <span className={styles.text}>{valueName(dimension, row.key)}</span>
              </span>
              <span className={styles.value} data-value={row.value ?? ''}>
                {format.short(row.value, metric.unit)}
              </span>
              {shared && <span className={styles.share}>{row.share === null ? '' : format.percent(row.share)}</span>}
              {compared && (
                <span className={styles.change}>
                  <ChangeMark change={row.change} />
                </span>
              )}
            </Link>
          </Tooltip>
        </li>
      ))}
    </ol>
  )
}
