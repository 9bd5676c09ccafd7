import type { LiveBoard, LiveChange } from '@zhanggui/contract'
import { useEffect, useState } from 'react'
import { storePath } from '../../../api/client.ts'
import { applyChange } from './apply-change.ts'

export type LiveStream = {
  board: LiveBoard | null
  /** Since when nothing has come; null while the line is up. */
  lostSince: Date | null
}

/** The browser gives a stream up for good when it is refused; a server that restarts refuses for a while. */
const REOPEN_MS = 3000

/**
 * The running day of a shop, kept fresh by the server. A broken line is taken up again by itself, from where it broke; until then
 * what is on screen stays, with the instant since when it is old.
 */
export function useLiveStream(store: string, enabled: boolean): LiveStream {
  const [stream, setStream] = useState<LiveStream>({ board: null, lostSince: null })
  useEffect(() => {
    if (!enabled) return
    let source: EventSource | undefined
    let reopening: ReturnType<typeof setTimeout> | undefined
    const heard = (change: (board: LiveBoard | null) => LiveBoard | null) =>
      setStream(({ board }) => ({ board: change(board), lostSince: null }))
    const open = () => {
      source = new EventSource(storePath(store, 'live', 'stream'))
      source.addEventListener('board', ({ data }) => heard(() => JSON.parse(data) as LiveBoard))
      source.addEventListener('change', ({ data }) =>
        heard((board) => board && applyChange(board, JSON.parse(data) as LiveChange)),
      )
      source.addEventListener('beat', () => heard((board) => board))
      source.onerror = () => {
        setStream((known) => ({ ...known, lostSince: known.lostSince ?? new Date() }))
        if (source?.readyState === EventSource.CLOSED) reopening = setTimeout(open, REOPEN_MS)
      }
    }
    open()
    return () => {
      clearTimeout(reopening)
      source?.close()
    }
  }, [store, enabled])
  return stream
}
