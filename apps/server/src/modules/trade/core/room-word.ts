/** Words that whoever needs room and the thread that makes it share. */
export const ROOM_WORD = {
  /** One of `ROOM_STATE`. */
  state: 0,
  /** 1: the file under way is not needed any more. */
  isGivenUp: 1,
  words: 2,
} as const

/**
 * none → asked → making → ready → none. `over` is where it stays once the disk was full or broken: whoever writes next meets that, and
 * nothing is tried behind their back.
 */
export const ROOM_STATE = { none: 0, asked: 1, making: 2, ready: 3, over: 4 } as const

/** What the thread is told once. */
export type RoomOrder = { path: string; bytes: number; words: Int32Array }
