import type { SetupProgress } from '@zhanggui/contract'

/** Holds what the server is preparing by itself, for GET /v1/setup/progress; whoever does the work writes to it. */
export type SetupProgressBoard = {
  read(): SetupProgress
  write(change: Partial<SetupProgress>): void
}

const IDLE: SetupProgress = { state: 'idle', progress: 0, step: '', stepEn: '', store: null, error: null }

export function createSetupProgress(): SetupProgressBoard {
  let current = IDLE
  return {
    read: () => current,
    write: (change) => {
      current = { ...current, ...change }
    },
  }
}
