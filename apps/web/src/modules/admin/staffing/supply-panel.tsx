import type { ContentSupply } from '@zhanggui/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { strings } from './strings.ts'
import { useContentSupply } from './use-staffing.ts'

type Compared = ContentSupply['partners'][number]
type Row = { figures: Compared['figures']; compared: Compared | null }

const HEIGHT = 140

/** What content costs and brings, made by the own team and by each agency, and what that speaks for. */
export function SupplyPanel({ store }: { store: string }) {
  const t = useStrings(strings)
  const format = useFormat()
  const query = useContentSupply(store)
  const month = query.data?.month
  const add = (
    <Link to={`/stores/${store}/admin/resources/content-months`}>
      <Button tabIndex={-1}>{t.addMonth}</Button>
    </Link>
  )
  return (
    <Panel<ContentSupply>
      title={t.supply}
      note={month ? t.supplyNote(format.period(month)) : undefined}
      extra={add}
      query={query}
      height={HEIGHT}
      isEmpty={({ team }) => team === null}
      empty={<EmptyState title={t.noSupply} text={t.noSupplyText} action={add} />}
    >
      {(supply) => <Supply supply={supply} />}
    </Panel>
  )
}

function Supply({ supply: { team, partners, currency } }: { supply: ContentSupply }) {
  const t = useStrings(strings)
  const format = useFormat(currency)
  const rows: Row[] = [
    ...(team ? [{ figures: team, compared: null }] : []),
    ...partners.map((compared) => ({ figures: compared.figures, compared })),
  ]
  const nameOf = ({ kind, name }: Row['figures']): string => (kind === 'team' ? t.own : name)
  const money = (key: 'paidCents' | 'costCents' | 'costPerPieceCents', title: string): Column<Row> => ({
    key,
    title,
    numeric: true,
    render: ({ figures }) => <FigureCell value={figures[key]} unit="money" format={format} />,
  })
  const columns: Column<Row>[] = [
    { key: 'who', title: t.who, render: ({ figures }) => nameOf(figures) },
    {
      key: 'pieces',
      title: t.pieces,
      numeric: true,
      render: ({ figures }) => <FigureCell value={figures.pieces} unit="count" format={format} />,
    },
    money('paidCents', t.paid),
    money('costCents', t.total),
    money('costPerPieceCents', t.perPiece),
    {
      key: 'rate',
      title: t.rate,
      numeric: true,
      render: ({ figures }) => <FigureCell value={figures.costRate} unit="ratio" format={format} />,
    },
    {
      key: 'decision',
      title: t.decision,
      render: ({ figures, compared }) => compared && <Decision compared={compared} name={nameOf(figures)} />,
    },
  ]
  return (
    <>
      <DataTable label={t.supply} rows={rows} rowKey={({ figures }) => figures.id} columns={columns} />
      {partners.length === 0 && <p>{t.noPartners}</p>}
    </>
  )
}

function Decision({ compared, name }: { compared: Compared; name: string }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { chosen, reason, breakEvenPieces, figures } = compared
  const even = breakEvenPieces === null ? t.never : t.breakEven(format.count(breakEvenPieces))
  return (
    <span data-chosen={chosen ?? ''} title={even}>
      {chosen !== null && <b>{t.choose(chosen === figures.id ? name : t.own)}</b>}
      {chosen !== null && ' · '}
      {t[reason]}
    </span>
  )
}
