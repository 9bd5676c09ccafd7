import type { GameClosed, GameInfo, GameRound } from '@zhanggui/contract'
import { App, Button, Drawer } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import proof from '../proof.module.css'
import { strings } from './strings.ts'
import { useCloseGame, useRounds } from './use-games.ts'

const HEIGHT = 160

/** One game: its proof, its rounds, its winners. */
export function GameDrawer({ game, onClose }: { game: GameInfo; onClose: () => void }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const closing = useCloseGame(store, game.id)
  const mayClose = usePermissions().includes('plan:write') && game.state === 'open'
  const { modal } = App.useApp()
  const confirm = () =>
    void modal.confirm({ title: t.close, content: t.closeHelp, okText: t.close, onOk: () => closing.mutateAsync() })
  return (
    <Drawer
      open
      size={720}
      title={`${game.name} · ${t[game.settings.game]}`}
      onClose={onClose}
      extra={mayClose && <Button onClick={confirm}>{t.close}</Button>}
    >
      <div className={stack.stack}>
        {closing.error && <Problem compact error={closing.error} />}
        <dl className={proof.proof}>
          <dt>{t.commitment}</dt>
          <dd>{game.commitment}</dd>
          <dt>{t.seed}</dt>
          <dd>{game.seed ?? t.notYet}</dd>
        </dl>
        {closing.data && closing.data.winners.length > 0 && <Winners winners={closing.data.winners} />}
        {game.byChannel.length > 0 && <Channels byChannel={game.byChannel} />}
        <Panel<GameRound[]>
          title={t.roundList}
          query={useRounds(store, game.id)}
          height={HEIGHT}
          isEmpty={(rounds) => rounds.length === 0}
          empty={<EmptyState title={t.noRounds} text={t.noRoundsText} />}
        >
          {(rounds) => <Rounds rounds={rounds} isMoney={game.settings.game === 'sharePacket'} />}
        </Panel>
      </div>
    </Drawer>
  )
}

/** Of packets for sharing the progress is money: spent, of the budget. */
function Rounds({ rounds, isMoney }: { rounds: readonly GameRound[]; isMoney: boolean }) {
  const t = useStrings(strings)
  const format = useFormat()
  const figure = (value: number): string => (isMoney ? format.exact(value, 'money') : format.count(value))
  const columns: Column<GameRound>[] = [
    { key: 'round', title: t.round, render: ({ id }) => id },
    {
      key: 'progress',
      title: t.progress,
      numeric: true,
      render: ({ done, needed }) => (needed > 0 ? t.of(figure(done), figure(needed)) : figure(done)),
    },
    {
      key: 'chance',
      title: t.chance,
      numeric: true,
      render: ({ chanceBp }) => (chanceBp === undefined ? '–' : format.percent(chanceBp / 10_000)),
    },
    ...(rounds.some(({ packet }) => packet) ? [packetColumn(t, format)] : []),
    { key: 'opened', title: t.from, render: ({ openedAt }) => format.instant(openedAt) },
  ]
  return <DataTable columns={columns} rows={rounds} rowKey={(row) => row.id} label={t.roundList} />
}

/** Of paced packets only: the largest that is given at this moment. */
const packetColumn = (
  t: ReturnType<typeof useStrings<typeof strings.zh>>,
  format: ReturnType<typeof useFormat>,
): Column<GameRound> => ({
  key: 'packet',
  title: t.packetNow,
  numeric: true,
  render: ({ packet }) =>
    packet
      ? `${format.exact(packet.mostCents, 'money')} · ${t.coefficient(format.percent(packet.coefficientBp / 10_000))}`
      : '–',
})

function Channels({ byChannel }: Pick<GameInfo, 'byChannel'>) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<GameInfo['byChannel'][number]>[] = [
    { key: 'channel', title: t.channel, render: ({ channel }) => channel ?? t.anyChannel },
    { key: 'players', title: t.players, numeric: true, render: ({ players }) => format.count(players) },
  ]
  return (
    <Card title={t.byChannel}>
      <DataTable columns={columns} rows={byChannel} rowKey={(row) => row.channel ?? ''} label={t.byChannel} />
    </Card>
  )
}

function Winners({ winners }: { winners: GameClosed['winners'] }) {
  const t = useStrings(strings)
  const columns: Column<GameClosed['winners'][number]>[] = [
    { key: 'prize', title: t.prize, render: ({ prizeId }) => prizeId },
    { key: 'ticket', title: t.ticket, render: ({ ticketId }) => ticketId },
    { key: 'score', title: t.score, render: ({ score }) => `${score.slice(0, 16)}…` },
  ]
  return <DataTable columns={columns} rows={winners} rowKey={(row) => row.ticketId} label={t.winners} />
}
