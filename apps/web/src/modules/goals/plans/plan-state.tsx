import type { PlanSummary } from '@zhanggui/contract'
import { Tag } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { strings } from './strings.ts'

/** Draft, approved, or confirmed by the merchant. */
export function PlanState({ plan }: { plan: PlanSummary }) {
  const t = useStrings(strings)
  const version = String(plan.approvedVersion ?? '')
  if (plan.status === 'draft') return <Tag>{plan.approvedVersion === null ? t.draft : t.reopened(version)}</Tag>
  if (plan.confirmedBy === null) return <Tag color="processing">{t.approvedState(version)}</Tag>
  return <Tag color="success">{t.confirmedState(version)}</Tag>
}
