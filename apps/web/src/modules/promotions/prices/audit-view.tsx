import type { PriceAudit } from '@zhanggui/contract'
import { Segmented } from 'antd'
import { Link } from 'react-router'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile } from '../../../parts/figure-strip.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { AllowedTable, GroupTable } from './audit-tables.tsx'
import styles from './prices.module.css'
import { strings } from './strings.ts'
import { useAudit } from './use-audit.ts'

const HEIGHT = 280
const DAYS = [7, 30, 90] as const

/** Whether the same goods cost everybody the same at the same moment, and what explains it where they do not. */
export function AuditView() {
  const t = useStrings(strings)
  const format = useFormat()
  const { get, set } = useSearchState()
  const days = DAYS.find((choice) => String(choice) === get('days')) ?? DAYS[1]
  const choice = (
    <Segmented
      size="small"
      value={days}
      options={DAYS.map((value) => ({ value, label: t.auditDays(format.count(value)) }))}
      onChange={(value) => set({ days: String(value) }, { replace: true })}
    />
  )
  return (
    <Panel<PriceAudit>
      title={t.auditTitle}
      note={t.auditNote}
      query={useAudit(useStoreId(), days)}
      extra={choice}
      height={HEIGHT}
      isEmpty={({ orders }) => orders === 0}
      empty={<EmptyState title={t.auditEmpty} text={t.auditEmptyText} />}
    >
      {(audit) => <Audit audit={audit} />}
    </Panel>
  )
}

function Audit({ audit }: { audit: PriceAudit }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { orders, compared, findings, allowed, groups } = audit
  return (
    <div className={stack.stack}>
      <FigureStrip label={t.auditTitle}>
        <FigureTile label={t.auditOrders} value={format.count(orders)} exact={orders} />
        <FigureTile label={t.auditCompared} value={format.count(compared)} exact={compared} />
        <FigureTile
          label={t.auditFound}
          value={format.count(findings.length)}
          exact={findings.length}
          tone={findings.length > 0 ? 'bad' : undefined}
        />
      </FigureStrip>
      <Findings findings={findings} />
      <AllowedTable allowed={allowed} />
      <GroupTable groups={groups} />
    </div>
  )
}

function Findings({ findings }: Pick<PriceAudit, 'findings'>) {
  const t = useStrings(strings)
  const language = useLanguage()
  const store = useStoreId()
  if (findings.length === 0) return <p className={styles.reason}>{t.auditClean}</p>
  return (
    <Card title={t.auditFound}>
      {findings.map((finding) => (
        <p key={`${finding.code}/${finding.en}`} className={styles.auditFinding}>
          <span>{finding[language]}</span>
          {finding.orderIds.map((order) => (
            <Link key={order} className={styles.order ?? ''} to={`/stores/${store}/promotions/orders?order=${order}`}>
              {order}
            </Link>
          ))}
        </p>
      ))}
    </Card>
  )
}
