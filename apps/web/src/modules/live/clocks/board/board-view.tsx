import type { ClockBoard } from '@zhanggui/contract'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../../parts/figure-strip.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { countBoard } from '../countdown.ts'
import { ClockDrawer } from '../detail/clock-drawer.tsx'
import { strings } from '../strings.ts'
import { type BoardFilter, useBoard } from '../use-clocks.ts'
import { type Moment, useNow } from '../use-now.ts'
import { BoardFilters } from './board-filters.tsx'
import { ClockList } from './clock-list.tsx'
import { StartDialog } from './start-dialog.tsx'

const HEIGHT = 480

/** All deadlines of the shop: how many are late, then each with what is left. */
export default function BoardView() {
  const { get, set } = useSearchState()
  const filter: BoardFilter = {
    state: get('state') === 'settled' ? 'settled' : 'open',
    ladder: get('ladder'),
    owner: get('owner'),
  }
  const board = useBoard(filter)
  const open = get('clock')
  return (
    <>
      <PanelBody<ClockBoard> query={board} height={HEIGHT}>
        {(data) => <Board board={data} filter={filter} arrivedAt={board.dataUpdatedAt} />}
      </PanelBody>
      {open && <ClockDrawer id={open} onClose={() => set({ clock: null })} />}
    </>
  )
}

type BoardProps = { board: ClockBoard; filter: BoardFilter; arrivedAt: number }

function Board({ board, filter, arrivedAt }: BoardProps) {
  const t = useStrings(strings)
  const format = useFormat()
  const moment = useNow({ now: board.now, arrivedAt })
  const { set } = useSearchState()
  const [starting, setStarting] = useState(false)
  const mayAct = usePermissions().includes('live:act')
  const hidden = board.total - board.clocks.length
  return (
    <div className={stack.stack}>
      {filter.state === 'open' && <Answer board={board} moment={moment} />}
      <HoursProblems board={board} />
      <BoardFilters board={board} filter={filter} {...(mayAct ? { onStart: () => setStarting(true) } : {})} />
      {board.clocks.length === 0 ? (
        <Nothing filter={filter} />
      ) : (
        <ClockList clocks={board.clocks} moment={moment} onOpen={(clock) => set({ clock })} />
      )}
      {hidden > 0 && <Alert type="info" title={t.more(format.count(hidden))} />}
      {starting && <StartDialog ladders={board.ladders} onClose={() => setStarting(false)} />}
    </div>
  )
}

function Answer({ board, moment }: { board: ClockBoard; moment: Moment }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { late, soon, running, paused } = countBoard(board.clocks, moment)
  return (
    <FigureStrip label={t.title}>
      <FigureTile label={t.late} value={format.count(late)} exact={late} tone={late > 0 ? 'bad' : undefined}>
        <FigureWords>{late > 0 ? t.lateNote : t.allCalm}</FigureWords>
      </FigureTile>
      <FigureTile label={t.soon} value={format.count(soon)} exact={soon} tone={soon > 0 ? 'warn' : undefined} />
      <FigureTile label={t.running} value={format.count(running)} exact={running} />
      <FigureTile label={t.paused} value={format.count(paused)} exact={paused} />
    </FigureStrip>
  )
}

/** A ladder that names hours which are not there would otherwise run round the clock in silence. */
function HoursProblems({ board }: { board: ClockBoard }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const store = useStoreId()
  const broken = board.ladders.filter(({ hoursProblem }) => hoursProblem !== null)
  return broken.map((ladder) => (
    <Alert
      key={ladder.id}
      type="warning"
      showIcon
      title={t.hoursMissing(nameOf(ladder, language))}
      action={
        <Link to={`/stores/${store}/admin/resources/clock-targets`}>
          <Button tabIndex={-1} size="small">
            {t.fixHours}
          </Button>
        </Link>
      }
    />
  ))
}

function Nothing({ filter: { state, ladder, owner } }: { filter: BoardFilter }) {
  const t = useStrings(strings)
  const filtered = state === 'settled' || ladder !== null || owner !== null
  return filtered ? (
    <EmptyState title={t.noneFiltered} text={t.noneFilteredText} />
  ) : (
    <EmptyState title={t.none} text={t.noneText} />
  )
}
