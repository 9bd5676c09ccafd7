import type { GameInfo } from '@zhanggui/contract'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { ListPage } from '../list-page.tsx'
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
  const opened = games.data?.find(({ id }) => id === get('game'))
  return (
    <ListPage<GameInfo>
      words={t}
      query={games}
      height={HEIGHT}
      dialog={(close) => <NewGameDialog onClose={close} />}
      over={opened && <GameDrawer game={opened} onClose={() => set({ game: null })} />}
    >
      {(list) => <GameTable games={list} onOpen={({ id }) => set({ game: id })} />}
    </ListPage>
  )
}
