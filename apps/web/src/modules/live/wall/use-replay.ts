import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { LiveBoard } from '@zhanggui/contract'
import { useEffect } from 'react'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useSearchState } from '../../../app/use-search-state.ts'

export const SPEEDS = [1, 60, 300] as const
export type Speed = (typeof SPEEDS)[number]

/** How often a replay moves on: fast enough to be a film, slow enough for the server to keep up. */
const STEP_MS = 1000
const DAY_MS = 86_400_000

export type Replay = {
  /** The instant of the past that is shown; null when the screen is live. */
  at: string | null
  playing: boolean
  speed: Speed
  begin(at: string): void
  seek(at: string): void
  setSpeed(speed: Speed): void
  toggle(): void
  leave(): void
}

const isSpeed = (value: number): value is Speed => (SPEEDS as readonly number[]).includes(value)

/** A replay lives in the address: a link shows a colleague the same minute of the same day. */
export function useReplay(): Replay {
  const { get, set } = useSearchState()
  const at = get('at')
  const asked = Number(get('speed'))
  const speed = isSpeed(asked) ? asked : 60
  return {
    at,
    speed,
    playing: at !== null && get('paused') === null,
    begin: (instant) => set({ at: instant, speed: String(speed), paused: null }),
    seek: (instant) => set({ at: instant }, { replace: true }),
    setSpeed: (value) => set({ speed: String(value) }, { replace: true }),
    toggle: () => set({ paused: get('paused') === null ? '1' : null }, { replace: true }),
    leave: () => set({ at: null, speed: null, paused: null }),
  }
}

/** The board of a past instant; the one before stays on screen until it is here. */
export const useReplayBoard = (store: string, at: string | null) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'live-board', at),
    queryFn: ({ signal }) =>
      apiGet<LiveBoard>(`${storePath(store, 'live', 'board')}?at=${encodeURIComponent(at ?? '')}`, signal),
    enabled: at !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })

/** Moves a playing replay on, one step at a time and never before the last one is shown; it stops at the end of its day. */
export function useReplayClock(replay: Replay, board: LiveBoard | undefined): void {
  const { at, playing, speed, seek, toggle } = replay
  useEffect(() => {
    if (!playing || at === null || board?.at === undefined || Date.parse(board.at) !== Date.parse(at)) return
    const dayEnd = Date.parse(at) - board.minute * 60_000 - (Date.parse(at) % 60_000) + DAY_MS
    const next = Math.min(Date.parse(at) + STEP_MS * speed, dayEnd - 1000)
    const timer = setTimeout(() => (next <= Date.parse(at) ? toggle() : seek(new Date(next).toISOString())), STEP_MS)
    return () => clearTimeout(timer)
  }, [at, playing, speed, board, seek, toggle])
}
