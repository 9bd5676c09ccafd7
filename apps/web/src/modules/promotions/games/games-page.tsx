import type { GameInfo } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { GameDrawer } from './game-drawer.tsx'
import { GameTable } from './game-table.tsx'
import { NewGameDialog } from './new-game-dialog.tsx'
import { strings } from './strings.ts'
import { useGames } from './use-games.ts'

const HEIGHT = 240

/** The games of the shop: what they cost, how far they are, and the proof that nobody bent them. */
export default function GamesPage() {
  const t = useStrings(strings)
  const games = useGames(useStoreId())
  const { get, set } = useSearchState()
  const mayWrite = usePermissions().includes('plan:write')
  const [isNew, setNew] = useState(false)
  const opened = games.data?.find(({ id }) => id === get('game'))
  const create = mayWrite && (
    <Button type="primary" onClick={() => setNew(true)}>
      {t.create}
    </Button>
  )
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={create} />
      <Panel<GameInfo[]>
        title={t.list}
        query={games}
        height={HEIGHT}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyText} action={create} />}
      >
        {(list) => <GameTable games={list} onOpen={({ id }) => set({ game: id })} />}
      </Panel>
      {isNew && <NewGameDialog onClose={() => setNew(false)} />}
      {opened && <GameDrawer game={opened} onClose={() => set({ game: null })} />}
    </div>
  )
}
