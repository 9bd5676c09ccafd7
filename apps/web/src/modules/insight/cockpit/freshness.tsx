import type { QueryRequest } from '@zhanggui/contract'
import { useMetricQuery } from '../../../api/use-metric-query.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStoreTimeZone } from '../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { strings } from '../strings.ts'
import styles from './freshness.module.css'

/** How recent the figures of the page are. Takes its line before it is known. */
export function Freshness({ question }: { question: QueryRequest }) {
  const t = useStrings(strings)
  const format = useFormat()
  const timeZone = useStoreTimeZone()
  const { data } = useMetricQuery(useStoreId(), question)
  return (
    <span className={styles.fresh}>
      {data?.freshness ? t.freshness(format.instant(data.freshness, timeZone)) : '\u00a0'}
    </span>
  )
}
