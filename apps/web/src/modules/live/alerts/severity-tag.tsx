import type { AlertSeverity, IncidentState } from '@zhanggui/contract'
import { Tag } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { strings } from './strings.ts'

const COLOURS: Record<AlertSeverity, string> = { critical: 'error', warning: 'warning', info: 'default' }
const STATES: Record<IncidentState, string> = { open: 'error', acknowledged: 'processing', resolved: 'success' }

export function SeverityTag({ severity }: { severity: AlertSeverity }) {
  const t = useStrings(strings)
  return <Tag color={COLOURS[severity]}>{t[severity]}</Tag>
}

export function StateTag({ state }: { state: IncidentState }) {
  const t = useStrings(strings)
  return <Tag color={STATES[state]}>{t[state]}</Tag>
}
