import type { LowestPrice, RulesSimulated } from '@zhanggui/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import link from '../../../parts/link.module.css'
import { Problem } from '../../../parts/problem.tsx'
import { linesText } from '../cart/cart-state.ts'
import type { PromotionProps } from '../design/designer.tsx'
import styles from './questions.module.css'
import { strings } from './strings.ts'
import { useSimulate } from './use-questions.ts'

/** The lowest price that each item can be bought at, with the cart that shows it. */
export default function LowestView({ at, promotion }: PromotionProps) {
  const t = useStrings(strings)
  const simulate = useSimulate(at)
  const run = (
    <Button type={simulate.data ? 'default' : 'primary'} loading={simulate.isPending} onClick={() => simulate.mutate()}>
      {t.runLowest}
    </Button>
  )
  return (
    <Card title={t.lowest} note={t.lowestNote} extra={run}>
      {simulate.error && <Problem compact error={simulate.error} />}
      {simulate.data ? (
        <Lowest at={at} promotion={promotion} answer={simulate.data} />
      ) : (
        <EmptyState title={t.lowestEmpty} text={t.lowestEmptyText} />
      )}
    </Card>
  )
}

function Lowest({ at, promotion, answer }: PromotionProps & { answer: RulesSimulated }) {
  const t = useStrings(strings)
  const format = useFormat()
  const money = (cents: number | null) => format.exact(cents, 'money')
  // A rule of another promotion is known here by its id only.
  const nameOfRule = (id: string) => promotion.newest.rules.find(({ ruleId }) => ruleId === id)?.name ?? id
  const columns: Column<LowestPrice>[] = [
    { key: 'item', title: t.item, render: ({ title, skuId }) => title || skuId },
    { key: 'listed', title: t.listed, numeric: true, render: ({ listedCents }) => money(listedCents) },
    {
      key: 'final',
      title: t.final,
      numeric: true,
      render: (row) => (
        <span className={row.belowFloor || row.belowCost ? styles.bad : ''} data-value={row.finalUnitCents}>
          {money(row.finalUnitCents)}
        </span>
      ),
      sort: (a, b) => a.finalUnitCents - b.finalUnitCents,
    },
    {
      key: 'depth',
      title: t.depth,
      numeric: true,
      render: (row) => format.percent(depthOf(row)),
      sort: (a, b) => depthOf(a) - depthOf(b),
    },
    {
      key: 'received',
      title: t.received,
      numeric: true,
      render: ({ receivedCents }) => money(receivedCents),
    },
    { key: 'floor', title: t.floor, numeric: true, render: ({ floorCents }) => money(floorCents) },
    { key: 'cost', title: t.cost, numeric: true, render: ({ costCents }) => money(costCents) },
    { key: 'verdict', title: '', render: (row) => <Verdict row={row} /> },
    { key: 'rules', title: t.rules, render: ({ ruleIds }) => ruleIds.map(nameOfRule).join(' + ') || '–' },
    {
      key: 'cart',
      title: '',
      render: (row) => (
        <Link className={link.link ?? ''} to={cartLink(at, row)}>
          {t.openCart}
        </Link>
      ),
    },
  ]
  return <DataTable columns={columns} rows={answer.skus} rowKey={(row) => row.skuId} label={t.lowest} />
}

/** How much of the listed price is gone; 0 for an item that costs nothing anyway. */
const depthOf = ({ listedCents, finalUnitCents }: LowestPrice): number =>
  listedCents === 0 ? 0 : 1 - finalUnitCents / listedCents

/** The rules beside this very cart. */
function cartLink({ store, promotion }: PromotionProps['at'], { cart }: LowestPrice): string {
  const search = new URLSearchParams({
    cart: linesText(cart.lines),
    beside: '1',
    claims: (cart.claims ?? []).map(({ ruleId }) => ruleId).join(','),
    ...(cart.at && { at: cart.at }),
    ...(cart.buyer?.isNew && { new: '1' }),
    ...(cart.buyer?.tier && { tier: String(cart.buyer.tier) }),
  })
  return `/stores/${store}/promotions/${promotion}?${search}`
}

function Verdict({ row: { belowCost, belowFloor, isComplete } }: { row: LowestPrice }) {
  const t = useStrings(strings)
  if (belowCost) return <span className={styles.bad}>{t.belowCost}</span>
  if (belowFloor) return <span className={styles.bad}>{t.belowFloor}</span>
  return isComplete ? null : <span className={styles.faint}>{t.notProven}</span>
}
