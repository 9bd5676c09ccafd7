import type { GameInfo } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { strings } from './strings.ts'

/** One row a game; a click opens its rounds and its proof. */
export function GameTable({ games, onOpen }: { games: readonly GameInfo[]; onOpen: (game: GameInfo) => void }) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<GameInfo>[] = [
    { key: 'name', title: t.name, render: ({ name }) => name },
    { key: 'kind', title: t.kind, render: ({ settings }) => t[settings.game] },
    { key: 'state', title: t.state, render: ({ state }) => t[state] },
    { key: 'rounds', title: t.rounds, numeric: true, render: ({ rounds }) => format.count(rounds) },
    { key: 'players', title: t.players, numeric: true, render: ({ players }) => format.count(players) },
    { key: 'rewards', title: t.rewards, numeric: true, render: ({ rewards }) => format.count(rewards) },
    { key: 'cost', title: t.cost, numeric: true, render: ({ rewardCents }) => format.short(rewardCents, 'money') },
    { key: 'refunds', title: t.refunds, numeric: true, render: ({ refunds }) => format.count(refunds) },
  ]
  return <DataTable columns={columns} rows={games} rowKey={(row) => row.id} label={t.list} onRowClick={onOpen} />
}
