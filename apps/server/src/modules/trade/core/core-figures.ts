import type { CoreFigures, RecoveryFigures } from '@zhanggui/contract'
import type { CoreCensus } from './core-census.ts'
import type { CoreLoop } from './core-loop.ts'

/** The figures of a core that runs in this process. */
export function coreFigures(
  loop: CoreLoop,
  census: CoreCensus,
  { backend, recovery }: { backend: 'memory' | 'journal'; recovery: RecoveryFigures | null },
): CoreFigures {
  return {
    backend,
    at: new Date(loop.clocks.now()).toISOString(),
    ...loop.meter.read(loop.clocks.elapsed()),
    queued: loop.queued,
    queueMax: loop.queueMax,
    ...census.latest,
    journal: null,
    snapshot: null,
    recovery,
  }
}
