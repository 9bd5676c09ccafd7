import type { ProviderList, ProviderStatus, Reconciliation } from '@zhanggui/contract'
import { App, Button } from 'antd'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import styles from './life.module.css'
import { strings } from './strings.ts'
import { useProviders, useReconcile } from './use-shop-orders.ts'

const HEIGHT = 140
const TONE = { up: styles.well, probing: styles.late, down: styles.bad }

/** Who takes the money: how well each is, which is in use, and whether the statement agrees. */
export function ProvidersPanel() {
  const t = useStrings(strings)
  const store = useStoreId()
  const mayAdd = usePermissions().includes('trade:write')
  const add = mayAdd && (
    <Link to={`/stores/${encodeURIComponent(store)}/admin/resources/payment-providers`}>
      <Button tabIndex={-1}>{t.addProvider}</Button>
    </Link>
  )
  return (
    <Panel<ProviderList>
      title={t.providers}
      note={t.providersNote}
      query={useProviders(store)}
      height={HEIGHT}
      isEmpty={({ providers }) => providers.length === 0}
      empty={<EmptyState title={t.noProviders} text={t.noProvidersText} action={add} />}
    >
      {({ providers }) => <Providers providers={providers} />}
    </Panel>
  )
}

function useReconciled() {
  const t = useStrings(strings)
  const format = useFormat()
  const { message } = App.useApp()
  return ({ differences }: Reconciliation) => {
    const open = differences.filter(({ isHealed }) => !isHealed).length
    if (open > 0) void message.warning(t.unhealed(format.count(open)))
    else void message.success(differences.length > 0 ? t.healed(format.count(differences.length)) : t.agreed)
  }
}

function Providers({ providers }: { providers: readonly ProviderStatus[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const mayAct = usePermissions().includes('trade:write')
  const reconcile = useReconcile(useStoreId())
  const tell = useReconciled()
  const columns: Column<ProviderStatus>[] = [
    {
      key: 'name',
      title: t.provider,
      render: ({ provider, isCurrent }) => (isCurrent ? `${provider} · ${t.current}` : provider),
    },
    {
      key: 'state',
      title: t.state,
      render: ({ isOn, state }) => (isOn ? <span className={TONE[state]}>{t[state]}</span> : t.off),
    },
    { key: 'fee', title: t.fee, numeric: true, render: ({ feeBp }) => `${(feeBp / 100).toFixed(2)}%` },
    {
      key: 'recent',
      title: t.recent,
      render: ({ tries, failed }) => (tries === 0 ? '–' : t.recentText(format.count(failed), format.count(tries))),
    },
    {
      key: 'act',
      title: t.actions,
      render: ({ provider }) =>
        mayAct ? (
          <Button
            size="small"
            loading={reconcile.isPending && reconcile.variables === provider}
            onClick={() => reconcile.mutate(provider, { onSuccess: tell })}
          >
            {t.reconcile}
          </Button>
        ) : (
          '–'
        ),
    },
  ]
  return <DataTable columns={columns} rows={providers} rowKey={({ provider }) => provider} label={t.providers} />
}
