import type { LiveBoard } from '@zhanggui/contract'
import { useStrings } from '../../../locale/strings.ts'
import { Hero } from './hero.tsx'
import { HotList } from './hot-list.tsx'
import { KeyFigures } from './key-figures.tsx'
import { MinuteChart } from './minute-chart.tsx'
import { WallPanel } from './panel.tsx'
import { Race } from './race.tsx'
import { Room } from './room.tsx'
import { StockList } from './stock-list.tsx'
import { strings } from './strings.ts'
import styles from './wall.module.css'

/** The same day in one column, for whoever is on the train: the amount, the gap, four figures, what is wrong, what is next. */
export function PhoneWall({ board }: { board: LiveBoard }) {
  const t = useStrings(strings)
  return (
    <div className={styles.column}>
      <Hero board={board} />
      <Race board={board} />
      <KeyFigures board={board} few />
      <WallPanel title={t.alerts} area="auto">
        <Room board={board} rows={3} />
      </WallPanel>
      <WallPanel title={t.stock} area="auto">
        <StockList board={board} rows={3} />
      </WallPanel>
      <WallPanel title={t.race} area="auto">
        <MinuteChart board={board} height={200} fontSize={12} />
      </WallPanel>
      <WallPanel title={t.hot} area="auto">
        <HotList board={board} rows={5} />
      </WallPanel>
    </div>
  )
}
