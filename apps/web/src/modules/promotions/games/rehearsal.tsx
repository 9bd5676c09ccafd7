import type { GameRehearsal, GameSettings } from '@zhanggui/contract'
import { Button } from 'antd'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Problem } from '../../../parts/problem.tsx'
import styles from './games.module.css'
import { strings } from './strings.ts'
import { useRehearsal } from './use-games.ts'

type World = GameRehearsal[number]

/** What packets of these settings would come to, asked for with a button; what is wrong with them is said here already. */
export function Rehearsal({ settings }: { settings: GameSettings }) {
  const t = useStrings(strings)
  const { data, error, isPending, mutate } = useRehearsal(useStoreId())
  return (
    <div className={styles.rehearsal}>
      <p>{t.rehearseHelp}</p>
      <Button loading={isPending} onClick={() => mutate(settings)}>
        {t.rehearse}
      </Button>
      {error && <Problem compact error={error} />}
      {data && <Worlds worlds={data} />}
    </div>
  )
}

function Worlds({ worlds }: { worlds: GameRehearsal }) {
  const t = useStrings(strings)
  const format = useFormat()
  const money = (cents: number | null): string => format.exact(cents, 'money')
  const columns: Column<World>[] = [
    { key: 'world', title: t.world, render: ({ world }) => t[world] },
    { key: 'reached', title: t.reached, numeric: true, render: ({ paced }) => format.count(paced.shares) },
    {
      key: 'fixed',
      title: t.fixedReached,
      numeric: true,
      render: ({ fixed }) => t.reachedAndBroken(format.count(fixed.shares), format.count(fixed.brokenPromises)),
    },
    {
      key: 'spent',
      title: t.spentShare,
      numeric: true,
      render: ({ paced }) => format.percent(paced.spentCents / paced.budgetCents),
    },
    {
      key: 'mean',
      title: t.meanPacket,
      numeric: true,
      render: ({ paced }) => `${money(paced.firstMeanCents)} → ${money(paced.lastMeanCents)}`,
    },
  ]
  return <DataTable columns={columns} rows={worlds} rowKey={({ world }) => world} label={t.rehearsal} />
}
