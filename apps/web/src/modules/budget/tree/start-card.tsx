import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import type { PlanAt } from '../../goals/plans/use-plans.ts'
import { useBudgetCatalogue, useStartBudget } from '../use-budget.ts'
import { amountFromText } from './amount-text.ts'
import styles from './start-card.module.css'
import { treeStrings } from './tree-strings.ts'

/** An empty budget: begin with a profile, or paste a table. */
export function StartCard({ at, onPaste }: { at: PlanAt; onPaste: () => void }) {
  const t = useStrings(treeStrings)
  const id = useId()
  const language = useLanguage()
  const catalogue = useBudgetCatalogue().data
  const start = useStartBudget(at)
  const [total, setTotal] = useState('')
  const totalCents = amountFromText(total)
  return (
    <Card title={t.emptyTitle} note={t.emptyText} extra={<Button onClick={onPaste}>{t.paste}</Button>}>
      <div className={stack.stack}>
        <div className={styles.total}>
          <label htmlFor={id}>{t.totalAsk}</label>
          <Input
            id={id}
            style={{ width: 180 }}
            value={total}
            placeholder="300万"
            status={totalCents === undefined ? 'error' : ''}
            onChange={(event) => setTotal(event.target.value)}
          />
        </div>
        {start.isError && <Problem compact error={start.error} />}
        <div className={styles.profiles}>
          {catalogue?.profiles.map((profile) => (
            <section key={profile.id} className={styles.profile}>
              <h3>{language === 'zh' ? profile.nameZh : profile.nameEn}</h3>
              <p>{language === 'zh' ? profile.summaryZh : profile.summaryEn}</p>
              <Button
                disabled={totalCents === undefined}
                loading={start.isPending && start.variables.profile === profile.id}
                onClick={() => start.mutate({ profile: profile.id, totalCents: totalCents ?? null })}
              >
                {t.start}
              </Button>
            </section>
          ))}
        </div>
      </div>
    </Card>
  )
}
