import type { GoalsView } from '@zhanggui/contract'
import type { ReactNode } from 'react'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { HeadedBody } from '../../../parts/panel.tsx'
import { PlanFrame } from '../plans/plan-frame.tsx'
import type { PlanAt } from '../plans/use-plans.ts'
import { GoalsHome } from './goals-home.tsx'
import { strings } from './strings.ts'
import { useGoals } from './use-goals.ts'

const HEIGHT = 640

/** What the year shall bring, split so that it adds up, and how far it is. */
export default function GoalsPage() {
  const t = useStrings(strings)
  return (
    <PlanFrame title={t.title} lead={t.lead} height={HEIGHT}>
      {(chosen) => <OneTree {...chosen} />}
    </PlanFrame>
  )
}

function OneTree({ at, picker }: { at: PlanAt; picker: ReactNode }) {
  const t = useStrings(strings)
  const header = <PageHeader title={t.title} lead={t.lead} actions={picker} />
  return (
    <HeadedBody<GoalsView> header={header} query={useGoals(at)} height={HEIGHT}>
      {(view) => <GoalsHome at={at} view={view} picker={picker} />}
    </HeadedBody>
  )
}
