import { Segmented } from 'antd'
import { type ComponentType, lazy, Suspense } from 'react'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import stack from '../../../../parts/stack.module.css'
import { ViewSkeleton } from '../../../../parts/view-skeleton.tsx'
import type { GoalsProps } from '../goals-home.tsx'
import styles from './balance.module.css'
import { balanceStrings } from './strings.ts'
import { TOPICS, type Topic, topicOf } from './topics.ts'

const CARDS: Record<Topic, ComponentType<GoalsProps>> = {
  mix: lazy(() => import('./mix-card.tsx')),
  regions: lazy(() => import('./regions-card.tsx')),
  aov: lazy(() => import('./aov-card.tsx')),
  acquisition: lazy(() => import('./acquisition-card.tsx')),
  repurchase: lazy(() => import('./repurchase-card.tsx')),
  base: lazy(() => import('./base-card.tsx')),
  improvement: lazy(() => import('./improvement-card.tsx')),
}

/** Proposals change goals, so only who may write plans can ask for them. */
const PROPOSALS: ReadonlySet<Topic> = new Set(['mix', 'regions', 'improvement'])

/** What the year's goals are balanced by, one topic at a time; which one is in the URL. */
export default function BalanceView(props: GoalsProps) {
  const t = useStrings(balanceStrings)
  const { get, set } = useSearchState()
  const mayWrite = usePermissions().includes('plan:write')
  const topic = topicOf(get('topic'))
  const Shown = CARDS[topic]
  return (
    <div className={stack.stack}>
      <div className={styles.topics}>
        <Segmented<Topic>
          value={topic}
          onChange={(chosen) => set({ topic: chosen }, { replace: true })}
          options={TOPICS.map((value) => ({ value, label: t[value] }))}
        />
      </div>
      {PROPOSALS.has(topic) && !mayWrite ? (
        <EmptyState title={t.noWrite} text={t.noWriteText} />
      ) : (
        <Suspense fallback={<ViewSkeleton />}>
          <Shown {...props} />
        </Suspense>
      )}
    </div>
  )
}
