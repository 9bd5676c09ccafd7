/** Words that whoever needs room and the thread that makes it share. */
export const ROOM_WORD = {
  /** How many files of room the thread has made, and how many of them were taken; both only grow. */
  made: 0,
  taken: 1,
  /** Grows with every write of the journal: how the thread sees that it is a bad moment. */
  writes: 2,
  /** 1: no more are wanted, and what is there is to be removed. */
  isGivenUp: 3,
  isStarted: 4,
  /** 1: the thread has ended, because it was told to or because the disk is full or broken. */
  isOver: 5,
  words: 6,
} as const

/** What the thread is told once. `count`: how many files of `bytes` it keeps ready in `folder`. */
export type RoomOrder = { folder: string; bytes: number; count: number; words: Int32Array }
