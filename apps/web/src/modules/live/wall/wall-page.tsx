import type { LiveBoard } from '@zhanggui/contract'
import { ConfigProvider, Skeleton, theme } from 'antd'
import { useRef } from 'react'
import { useStores } from '../../../api/use-stores.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import { useNarrow } from '../../../parts/use-narrow.ts'
import { usePreferences } from '../../../preferences/use-preferences.ts'
import { EmptyWall } from './empty-wall.tsx'
import { PhoneWall } from './phone-wall.tsx'
import { ReplayBar } from './replay-bar.tsx'
import { replayStart } from './replay-start.ts'
import { strings } from './strings.ts'
import { useFullScreen } from './use-full-screen.ts'
import { useLiveStream } from './use-live-stream.ts'
import { useReplay, useReplayBoard, useReplayClock } from './use-replay.ts'
import { useUnit } from './use-unit.ts'
import styles from './wall.module.css'
import { WallHeader } from './wall-header.tsx'
import { wallVariables } from './wall-theme.ts'
import { WideWall } from './wide-wall.tsx'

/** The wall is dark in either theme of the pages, and a light theme's skeleton cannot be seen on it. */
const DARK = { algorithm: theme.darkAlgorithm }

const isEmpty = (board: LiveBoard): boolean => board.basis === null && !board.replay

/** 大屏: the shop's running day for a room full of people, or a past day as it was. */
export default function WallPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const { riseIs } = usePreferences()
  const element = useRef<HTMLDivElement>(null)
  const full = useFullScreen(element)
  const narrow = useNarrow()
  const unit = useUnit(element, full.isFull)
  const replay = useReplay()
  const past = useReplayBoard(store, replay.at)
  const { board: live, lostSince } = useLiveStream(store, replay.at === null)
  const board = replay.at === null ? live : (past.data ?? null)
  useReplayClock(replay, past.data)
  const isUnreached = replay.at === null && lostSince !== null
  const shop = useStores().data?.find(({ id }) => id === store)?.name ?? store
  const begin = (day: string) => board && replay.begin(replayStart(day, board.timezone))
  const replayDay = board?.lastCampaign?.day ?? board?.lastDay ?? null
  return (
    <div
      ref={element}
      className={styles.wall}
      data-bleed
      style={wallVariables(riseIs)}
      data-replay={replay.at !== null}
      data-stale={replay.at === null && lostSince !== null}
    >
      <title>{`${t.title} · ${shop}`}</title>
      {past.error && replay.at !== null && <Problem error={past.error} onRetry={() => past.refetch()} />}
      {!board && <h1 className="visually-hidden">{t.title}</h1>}
      {!board && isUnreached && (
        <div role="alert" className={styles.unreached}>
          <b>{t.unreached}</b>
          <span>{t.unreachedText}</span>
        </div>
      )}
      {!board && !past.error && !isUnreached && (
        <div role="status" aria-label={t.loading} className={styles.loading}>
          <ConfigProvider theme={DARK}>
            <Skeleton active paragraph={{ rows: 12 }} />
          </ConfigProvider>
        </div>
      )}
      {board && (
        <>
          <WallHeader
            board={board}
            shop={shop}
            lostSince={lostSince}
            full={full}
            onReplay={board.replay || replayDay === null ? null : () => begin(replayDay)}
          />
          {board.replay && <ReplayBar board={board} replay={replay} />}
          {isEmpty(board) ? (
            <EmptyWall board={board} onReplay={begin} />
          ) : narrow ? (
            <PhoneWall board={board} />
          ) : (
            <WideWall board={board} unit={unit} />
          )}
        </>
      )}
    </div>
  )
}
