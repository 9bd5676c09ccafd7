/** One measured figure. `unit`: rows/s, events/s, ms, s, MB. */
export type BenchResult = { id: string; value: number; unit: string }

/** Our time (or memory) divided by the peer's in the same run: below 1 we are faster. */
export type BenchRatio = { id: string; value: number }

export type BenchReport = { results: BenchResult[]; ratios: BenchRatio[]; notes: string[] }

/**
 * `rows` replaces the full size of a part, so that a small run can show that everything works. `alone`: without peers, for
 * sizes that a peer would take an hour to load. `runs`: of each question after one that warms caches, 3 unless told.
 */
export type BenchOptions = { rows?: number | undefined; alone?: boolean | undefined; runs?: number | undefined }

/**
 * One part of the bench. Each runs in a process of its own: the embedded fact engine binds one folder a process, and the
 * memory of one part must not be counted in the next.
 */
export type BenchPart = (options: BenchOptions) => Promise<BenchReport>
