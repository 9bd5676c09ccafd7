/**
 * One line of the table. Times are of a batch, in microseconds. `cpuNs`: processor time of a decision, which stays the same on a
 * machine that others use as well; `perSecond` does not.
 */
export type Row = {
  id: string
  decided: number
  perSecond: number
  cpuNs: number
  p50us: number
  p99us: number
  maxUs: number
}

/** What was decided in how long; `times`: of each batch, ms. */
export type Measured = { decided: number; seconds: number; times: Float64Array; cpu: NodeJS.CpuUsage }

/** The time within which a share of them lies, µs, of sorted ms. */
export const shareOf = (sortedMs: Float64Array, share: number): number =>
  Math.round((sortedMs[Math.floor(share * (sortedMs.length - 1))] ?? 0) * 1000)

export function rowOf(id: string, { decided, seconds, times, cpu }: Measured): Row {
  const sorted = times.toSorted()
  const at = (share: number): number => shareOf(sorted, share)
  const cpuNs = Math.round(((cpu.user + cpu.system) * 1000) / decided)
  return { id, decided, perSecond: Math.round(decided / seconds), cpuNs, p50us: at(0.5), p99us: at(0.99), maxUs: at(1) }
}
