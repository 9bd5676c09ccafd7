import { CaretRightOutlined, PauseOutlined } from '@ant-design/icons'
import type { LiveBoard } from '@zhanggui/contract'
import { minuteOfDay } from '../../../format/clock-time.ts'
import { useStrings } from '../../../locale/strings.ts'
import styles from './buttons.module.css'
import headerStyles from './header.module.css'
import { strings } from './strings.ts'
import { type Replay, SPEEDS } from './use-replay.ts'

/** Where the replay stands in its day, and how fast it goes. */
export function ReplayBar({ board, replay }: { board: LiveBoard; replay: Replay }) {
  const t = useStrings(strings)
  const start = Date.parse(board.at) - board.minute * 60_000
  const seek = (minute: number) => replay.seek(new Date(start + minute * 60_000).toISOString())
  return (
    <section className={headerStyles.replayBar} aria-label={t.replay}>
      <button
        type="button"
        className={styles.play}
        onClick={replay.toggle}
        aria-label={replay.playing ? t.pause : t.play}
      >
        {replay.playing ? <PauseOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
      </button>
      <span className="tabular">{minuteOfDay(board.minute)}</span>
      <input
        type="range"
        min={0}
        max={1439}
        value={board.minute}
        aria-label={t.position}
        aria-valuetext={minuteOfDay(board.minute)}
        onChange={(event) => seek(Number(event.target.value))}
      />
      <span className={headerStyles.speeds}>
        {SPEEDS.map((speed) => (
          <button
            key={speed}
            type="button"
            aria-pressed={replay.speed === speed}
            onClick={() => replay.setSpeed(speed)}
            className={styles.speed}
          >
            {t.speed(String(speed))}
          </button>
        ))}
      </span>
      <button type="button" className={styles.quiet} onClick={replay.leave}>
        {t.leaveReplay}
      </button>
    </section>
  )
}
