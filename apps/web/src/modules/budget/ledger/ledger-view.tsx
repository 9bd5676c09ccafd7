import type { BudgetBalances, BudgetVariance } from '@zhanggui/contract'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { type Format, useFormat } from '../../../format/use-format.ts'
import { nameOf as nameIn, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import type { BudgetProps } from '../budget-home.tsx'
import { useBalances, useBudgetCatalogue, useOpenLedger } from '../use-budget.ts'
import { BalanceTable } from './balance-table.tsx'
import { ChannelTable } from './channel-table.tsx'
import { ledgerStrings } from './ledger-strings.ts'
import { PostDialog } from './post-dialog.tsx'
import { PostingTable } from './posting-table.tsx'

/** Planned, committed, accrued, spent: where every line's money stands, and what was posted. */
export default function LedgerView({ at, plan }: BudgetProps) {
  const format = useFormat(plan.currency)
  return (
    <PanelBody<BudgetBalances> query={useBalances(at)} height={480}>
      {(balances) => (
        <div className={stack.stack}>
          <BalanceCard at={at} plan={plan} balances={balances} format={format} />
          <AlertCard plan={plan} variances={balances.variances} format={format} />
          <ChannelTable balances={balances} format={format} />
          <PostingTable at={at} plan={plan} format={format} />
        </div>
      )}
    </PanelBody>
  )
}

type BalanceProps = BudgetProps & { balances: BudgetBalances; format: Format }

function BalanceCard({ at, plan, balances, format }: BalanceProps) {
  const t = useStrings(ledgerStrings)
  const mayPost = usePermissions().includes('budget:post')
  const [posting, setPosting] = useState<string | null | undefined>(undefined)
  return (
    <Card
      title={t.title}
      note={t.note}
      extra={
        mayPost && (
          <Button type="primary" disabled={balances.lines.length === 0} onClick={() => setPosting(null)}>
            {t.post}
          </Button>
        )
      }
    >
      <div className={stack.stack}>
        {mayPost && balances.unopened.length > 0 && <OpenNotice at={at} count={balances.unopened.length} />}
        {balances.lines.length === 0 ? (
          <EmptyState title={t.nothing} text={t.nothingText} />
        ) : (
          <BalanceTable plan={plan} balances={balances} format={format} onPost={mayPost ? setPosting : null} />
        )}
      </div>
      {posting !== undefined && (
        <PostDialog at={at} plan={plan} lineId={posting} format={format} onClose={() => setPosting(undefined)} />
      )}
    </Card>
  )
}

function OpenNotice({ at, count }: Pick<BudgetProps, 'at'> & { count: number }) {
  const t = useStrings(ledgerStrings)
  const { message } = App.useApp()
  const open = useOpenLedger(at)
  // The notice is gone once all is opened; the promise is not.
  const openAll = () => {
    const told = ({ posted }: { posted: number }) => void message.success(t.openDone(String(posted)))
    void open.mutateAsync(undefined).then(told, () => undefined)
  }
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={t.openText(String(count))}
        action={
          <Button size="small" type="primary" loading={open.isPending} onClick={openAll}>
            {t.open}
          </Button>
        }
      />
      {open.isError && <Problem compact error={open.error} />}
    </>
  )
}

type AlertProps = Pick<BudgetProps, 'plan'> & { variances: readonly BudgetVariance[]; format: Format }

function AlertCard({ plan, variances, format }: AlertProps) {
  const t = useStrings(ledgerStrings)
  const language = useLanguage()
  const catalogue = useBudgetCatalogue().data
  const nameOf = ({ of, key }: BudgetVariance): string => {
    if (of === 'line') return plan.budget.find((line) => line.id === key)?.name ?? key
    if (of === 'campaign') return plan.events.find((event) => event.id === key)?.name ?? key
    const channel = catalogue?.channels.find((one) => one.id === key)
    return channel ? nameIn(channel, language) : key
  }
  const wordsOf = ({ code, differenceCents }: BudgetVariance): string => {
    if (code !== 'unmatched_actual') return t[code]
    return differenceCents > 0 ? t.measuredMore : t.postedMore
  }
  return (
    <Card title={t.alerts}>
      {variances.length === 0 && t.alertsNone}
      <div style={{ display: 'grid', gap: 6 }}>
        {variances.map((variance) => (
          <Alert
            key={`${variance.of}:${variance.key}:${variance.code}`}
            type={variance.code === 'overspent' ? 'error' : 'warning'}
            showIcon
            role="none"
            title={`${nameOf(variance)} · ${wordsOf(variance)} ${format.exact(Math.abs(variance.differenceCents), 'money')}`}
          />
        ))}
      </div>
    </Card>
  )
}
