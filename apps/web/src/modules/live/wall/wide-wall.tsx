import type { LiveBoard } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Funnel } from './funnel.tsx'
import { Hero } from './hero.tsx'
import { HotList } from './hot-list.tsx'
import { KeyFigures } from './key-figures.tsx'
import { MinuteChart } from './minute-chart.tsx'
import { WallPanel } from './panel.tsx'
import { Race } from './race.tsx'
import { Room } from './room.tsx'
import { SellThrough } from './sell-through.tsx'
import { StockList } from './stock-list.tsx'
import { strings } from './strings.ts'
import styles from './wall.module.css'

/** Where the views of the last hour came from, in one line. */
function Sources({ board }: { board: LiveBoard }) {
  const format = useFormat(board.currency)
  const shown = board.sources.slice(0, 4)
  return <>{shown.map(({ channel, share }) => `${channel} ${format.percent(share)}`).join(' · ')}</>
}

/** Height of the race in units of the wall, so that it ends where the ten rows of the hot list end. */
const RACE_UNITS = 18.2
const RACE_FONT_UNITS = 0.95

/** The wall: readable from across the room, everything on one screen. */
export function WideWall({ board, unit }: { board: LiveBoard; unit: number }) {
  const t = useStrings(strings)
  return (
    <div className={styles.grid}>
      <Hero board={board} />
      <Race board={board} />
      <KeyFigures board={board} />
      <WallPanel title={t.race} area="chart">
        <MinuteChart
          board={board}
          height={Math.round(Math.max(180, RACE_UNITS * unit))}
          fontSize={Math.max(12, RACE_FONT_UNITS * unit)}
        />
      </WallPanel>
      <WallPanel title={t.hot} area="hot" aside={t.top10}>
        <HotList board={board} rows={10} />
      </WallPanel>
      <WallPanel title={t.funnel} area="funnel" aside={<Sources board={board} />}>
        <Funnel board={board} />
      </WallPanel>
      <WallPanel title={t.stock} area="stock">
        <StockList board={board} rows={4} />
      </WallPanel>
      <WallPanel title={t.sellThrough} area="sell">
        <SellThrough board={board} rows={4} />
      </WallPanel>
      <WallPanel title={t.alerts} area="room">
        <Room board={board} rows={3} />
      </WallPanel>
    </div>
  )
}
