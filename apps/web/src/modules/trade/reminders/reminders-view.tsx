import type { PaymentReminderReport, PaymentReminderReports, ReminderEffect } from '@zhanggui/contract'
import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { effectColumns } from './effect-columns.tsx'
import { strings } from './strings.ts'
import { useReminders } from './use-reminders.ts'

const HEIGHT = 240

/** 催付: what each plan sent, what it held back, and what it brought against people left alone. */
export default function RemindersView() {
  const t = useStrings(strings)
  const format = useFormat()
  const store = useStoreId()
  const query = useReminders(store)
  const mayWrite = usePermissions().includes('trade:write')
  const plans = `/stores/${encodeURIComponent(store)}/admin/resources/payment-reminders`
  const link = (text: string) => (
    <Link to={plans}>
      <Button tabIndex={-1}>{text}</Button>
    </Link>
  )
  return (
    <Panel<PaymentReminderReports>
      title={t.title}
      note={query.data && t.note(format.shortRange(query.data))}
      query={query}
      height={HEIGHT}
      isEmpty={(data) => data.plans.length === 0}
      empty={<EmptyState title={t.empty} text={t.emptyText} action={mayWrite ? link(t.add) : undefined} />}
      extra={mayWrite && link(t.edit)}
    >
      {(data) => <Plans plans={data.plans} />}
    </Panel>
  )
}

function Plans({ plans }: { plans: readonly PaymentReminderReport[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<PaymentReminderReport>[] = [
    { key: 'name', title: t.plan, render: (plan) => <PlanName plan={plan} /> },
    { key: 'waiting', title: t.waiting, numeric: true, render: ({ waiting }) => format.count(waiting) },
    { key: 'sent', title: t.sent, numeric: true, render: ({ messages }) => format.count(messages.sent) },
    { key: 'held', title: t.heldBack, numeric: true, render: ({ messages }) => <NotSent messages={messages} /> },
    ...effectColumns<PaymentReminderReport>(t, format),
  ]
  return (
    <div className={stack.stack}>
      {plans.map((plan) => (
        <Trouble key={plan.plan} plan={plan} />
      ))}
      <DataTable columns={columns} rows={plans} rowKey={({ plan }) => plan} label={t.title} />
      <Phases plans={plans} />
    </div>
  )
}

function PlanName({ plan: { name, part, channel, isOn } }: { plan: PaymentReminderReport }) {
  const t = useStrings(strings)
  return `${name} · ${t[part]} · ${t[channel]}${isOn ? '' : ` · ${t.off}`}`
}

function NotSent({ messages }: Pick<PaymentReminderReport, 'messages'>) {
  const t = useStrings(strings)
  const format = useFormat()
  const { limit, withdrawn, kept, failed } = messages
  const words = t.heldBackText(
    ...([limit, withdrawn, kept, failed].map(format.count) as [string, string, string, string]),
  )
  return <span title={words}>{format.count(limit + withdrawn + kept + failed)}</span>
}

/** A plan that is on and reaches nobody says why, before its figures. */
function Trouble({ plan: { name, isOn, gatewayTrouble } }: { plan: PaymentReminderReport }) {
  const t = useStrings(strings)
  if (!isOn || gatewayTrouble === null) return null
  const text = gatewayTrouble === 'off' ? t.offGateway : t[gatewayTrouble]
  return <Alert type="warning" showIcon title={t.troubleTitle(name)} description={text} />
}

type PhaseRow = { plan: string; name: string; phase: string | null; effect: ReminderEffect }

function Phases({ plans }: { plans: readonly PaymentReminderReport[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const rows = plans.flatMap(({ plan, name, byPhase }): PhaseRow[] =>
    byPhase.length > 1 ? byPhase.map(({ phase, ...effect }) => ({ phase, effect, plan, name })) : [],
  )
  if (rows.length === 0) return null
  const phaseOf = (phase: string | null): string => t[(phase ?? 'ordinary') as 'ordinary']
  const columns: Column<PhaseRow>[] = [
    { key: 'phase', title: t.phase, render: ({ name, phase }) => `${name} · ${phaseOf(phase)}` },
    ...effectColumns<PhaseRow>(t, format),
  ]
  return <DataTable columns={columns} rows={rows} rowKey={({ plan, phase }) => `${plan}/${phase}`} label={t.byPhase} />
}
