import type { RiskAccount, RiskAccountPerson } from '@zhanggui/contract'
import { Button, Flex, Tag } from 'antd'
import { useState } from 'react'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { LinkDialog } from './link-dialog.tsx'
import { MarksCard } from './marks-card.tsx'
import { OffersCard } from './offers-card.tsx'
import { PersonStrip } from './person-strip.tsx'
import { accountDigits } from './short-names.ts'
import { strings } from './strings.ts'
import { type MarkChange, useAccount } from './use-accounts.ts'

const HEIGHT = 520

/** One account, those that are held to be the same person, and what of. */
export function PersonView({ account, onOpen }: { account: string; onOpen: (account: string | null) => void }) {
  const t = useStrings(strings)
  const [change, setChange] = useState<MarkChange | null>(null)
  return (
    <>
      <Flex>
        <Button onClick={() => onOpen(null)}>{t.back}</Button>
      </Flex>
      <PanelBody<RiskAccountPerson> query={useAccount(useStoreId(), account)} height={HEIGHT}>
        {(person) => (
          <div className={stack.stack}>
            <PersonStrip person={person} />
            {person.accountCount > 1 && <AccountsCard person={person} onOpen={onOpen} />}
            <MarksCard person={person} onChange={setChange} />
            <OffersCard offers={person.offers} />
          </div>
        )}
      </PanelBody>
      {change && <LinkDialog change={change} onClose={() => setChange(null)} />}
    </>
  )
}

function AccountsCard({ person, onOpen }: { person: RiskAccountPerson; onOpen: (account: string) => void }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { accounts, accountCount } = person
  const isAsked = (one: RiskAccount): boolean => one === accounts[0]
  const columns: Column<RiskAccount>[] = [
    {
      key: 'account',
      title: t.accounts,
      render: (one) => (
        <Flex gap={8} wrap align="center">
          {t.account(accountDigits(one.account))}
          {isAsked(one) && <Tag>{t.asked}</Tag>}
        </Flex>
      ),
    },
    { key: 'orders', title: t.orders, numeric: true, render: ({ orders }) => format.count(orders) },
    { key: 'last', title: t.lastOrder, render: ({ lastDay }) => (lastDay ? format.longDay(lastDay) : '–') },
    {
      key: 'act',
      title: t.act,
      render: (one) =>
        isAsked(one) ? (
          '–'
        ) : (
          <Button size="small" onClick={() => onOpen(one.account)}>
            {t.show}
          </Button>
        ),
    },
  ]
  const note = accountCount > accounts.length ? t.onlyFirst(format.count(accounts.length)) : undefined
  return (
    <Card title={t.accounts} note={note}>
      <DataTable columns={columns} rows={accounts} rowKey={(one) => one.account} label={t.accounts} pageSize={20} />
    </Card>
  )
}
