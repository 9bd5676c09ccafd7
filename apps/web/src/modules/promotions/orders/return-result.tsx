import type { ReturnGoods } from '@zhanggui/contract'
import { useMemo } from 'react'
import { ApiProblem } from '../../../api/problem.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import { FaultList, faultsOf } from '../cart/fault-list.tsx'
import { useSettled } from '../cart/use-settled.ts'
import styles from './orders.module.css'
import { strings } from './strings.ts'
import { useReturnPreview } from './use-orders.ts'

const TYPING_MS = 200

/** What a return would come to, sentence by sentence. */
export function ReturnResult({ order, request }: { order: string; request: ReturnGoods | null }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const settled = useSettled(JSON.stringify(request), TYPING_MS)
  const asked = useMemo<ReturnGoods | null>(() => JSON.parse(settled), [settled])
  const { data, error } = useReturnPreview(useStoreId(), order, asked)
  if (!request || !asked) return <p className={styles.hint}>{t.nothing}</p>
  if (error) return <Refused error={error} />
  if (!data) return null
  return (
    <section className={styles.result} aria-live="polite">
      <h3>{t.result}</h3>
      <p className={styles.sum} data-testid="refund" data-value={data.refundCents}>
        {format.exact(data.refundCents, 'money')}
      </p>
      <ul>
        {data.explanation.map((sentence) => (
          <li key={`${sentence.kind}/${sentence.en}`}>{sentence[language]}</li>
        ))}
      </ul>
    </section>
  )
}

function Refused({ error }: { error: Error }) {
  const faults = error instanceof ApiProblem ? faultsOf(error) : []
  return faults.length > 0 ? <FaultList faults={faults} /> : <Problem compact error={error} />
}
