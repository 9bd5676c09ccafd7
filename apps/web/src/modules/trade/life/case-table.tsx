import type { AfterSaleCaseView, ShopOrderDetail } from '@zhanggui/contract'
import { Button } from 'antd'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import styles from './life.module.css'
import type { Act } from './parcel-table.tsx'
import { strings } from './strings.ts'

/** After-sale cases with what the buyer is told now, by when, and what the shop can do. */
export function CaseTable({ detail, act }: { detail: ShopOrderDetail; act: Act | null }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const instantOf = useShopInstant()
  const columns: Column<AfterSaleCaseView>[] = [
    { key: 'kind', title: t.caseKind, render: ({ kind }) => t[kind] },
    {
      key: 'progress',
      title: t.progress,
      render: ({ messageZh, messageEn }) => (language === 'zh' ? messageZh : messageEn),
    },
    { key: 'due', title: t.dueAt, render: ({ dueAt }) => (dueAt === null ? '–' : instantOf(dueAt)) },
    {
      key: 'refund',
      title: t.refundCents,
      numeric: true,
      render: ({ refundCents }) => <FigureCell value={refundCents || null} unit="money" format={format} />,
    },
    { key: 'reason', title: t.reason, render: ({ reason }) => reason || '–' },
    { key: 'act', title: t.act, render: (known) => (act ? <Actions known={known} act={act} /> : '–') },
  ]
  return <DataTable columns={columns} rows={detail.cases} rowKey={({ caseId }) => caseId} label={t.cases} />
}

function Actions({ known, act }: { known: AfterSaleCaseView; act: Act }) {
  const t = useStrings(strings)
  const { caseId, state } = known
  if (state === 'asked')
    return (
      <div className={styles.actions}>
        <Button size="small" type="primary" onClick={() => act.mutate({ kind: 'agreeCase', caseId })}>
          {t.agree}
        </Button>
        <Button size="small" danger onClick={() => act.mutate({ kind: 'refuseCase', caseId })}>
          {t.refuse}
        </Button>
      </div>
    )
  if (state === 'agreed')
    return (
      <Button size="small" onClick={() => act.mutate({ kind: 'goodsCameBack', caseId })}>
        {t.cameBack}
      </Button>
    )
  if (state === 'goodsBack')
    return (
      <Button size="small" type="primary" onClick={() => act.mutate({ kind: 'settleCase', caseId })}>
        {t.settle}
      </Button>
    )
  return '–'
}
