import type { LiveLoad } from '@zhanggui/contract'

type Figures = Omit<LiveLoad, 'now' | 'verdict'>

/** From where on a figure is told as busy, and from where as full. Defaults of this product: leave room for a burst. */
export const LOAD_LIMITS = {
  saturation: { busy: 0.7, full: 0.9 },
  queue: { busy: 0.5, full: 0.8 },
  errors: { busy: 0.01, full: 0.05 },
} as const

type Limit = { busy: number; full: number }

/** Fewer answers than this say nothing about the share that failed. */
const REQUESTS_MIN = 20

const level = (share: number, { busy, full }: Limit): number => (share >= full ? 2 : share >= busy ? 1 : 0)

/** The worst of saturation, queues and failures decides: a full queue is not made good by an idle processor. */
export function judgeLoad({ saturation, queues, failures, requests }: Figures): LiveLoad['verdict'] {
  const levels = [
    level(saturation, LOAD_LIMITS.saturation),
    requests < REQUESTS_MIN ? 0 : level(failures / requests, LOAD_LIMITS.errors),
    ...queues.map(({ waiting, capacity }) => level(waiting / capacity, LOAD_LIMITS.queue)),
  ]
  return (['calm', 'busy', 'full'] as const)[Math.max(...levels)] ?? 'full'
}
