import { Worker } from 'node:worker_threads'
import type { ForecastRequest } from '../src/index.ts'
import type { BenchSet } from '../test/support/bench-series.ts'

export type Task = { kind: 'accuracy'; set: BenchSet } | { kind: 'speed'; requests: ForecastRequest[] }
export type Answered<T> = { answer: T; wallMs: number; cpuMs: number }

const runOne = <T>(task: Task): Promise<Answered<T>> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task })
    worker.once('message', resolve)
    worker.once('error', reject)
  })

/** Runs the tasks at most `threads` at a time; answers in the tasks' order. */
export async function runTasks<T>(tasks: readonly Task[], threads: number): Promise<Answered<T>[]> {
  const answers: Answered<T>[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < tasks.length) {
      const at = next++
      answers[at] = await runOne<T>(tasks[at] as Task)
    }
  }
  await Promise.all(Array.from({ length: threads }, lane))
  return answers
}

/** The list in `count` parts of nearly equal length, dealt like cards so that easy and hard ones mix. */
export const deal = <T>(items: readonly T[], count: number): T[][] =>
  Array.from({ length: count }, (_, k) => items.filter((_, i) => i % count === k))
