import type { PlanDetail } from '@zhanggui/contract'
import type { ReactNode } from 'react'
import { useStrings } from '../../../../locale/strings.ts'
import { PageHeader } from '../../../../parts/page-header.tsx'
import { HeadedBody } from '../../../../parts/panel.tsx'
import { PlanFrame } from '../plan-frame.tsx'
import { type PlanAt, usePlan } from '../use-plans.ts'
import { tableStrings } from './strings.ts'
import { TableEditor } from './table-editor.tsx'

const HEIGHT = 520

/** The seven-column table of a year, which every operator knows from Excel. */
export default function TablePage() {
  const t = useStrings(tableStrings)
  return (
    <PlanFrame title={t.title} lead={t.lead} height={HEIGHT}>
      {(chosen) => <OneTable {...chosen} />}
    </PlanFrame>
  )
}

function OneTable({ at, picker }: { at: PlanAt; picker: ReactNode }) {
  const t = useStrings(tableStrings)
  const header = <PageHeader title={t.title} lead={t.lead} actions={picker} />
  return (
    <HeadedBody<PlanDetail> header={header} query={usePlan(at)} height={HEIGHT}>
      {(detail) => <TableEditor at={at} plan={detail} picker={picker} />}
    </HeadedBody>
  )
}
