import { parentPort, workerData } from 'node:worker_threads'
import { forecastBatch } from '../src/index.ts'
import { judgeSeries } from '../test/support/accuracy-table.ts'
import type { Task } from './run-tasks.ts'

/** Answers tasks one by one; the clock and processor time of each are its own. */
const task = workerData as Task
const wall = performance.now()
const before = process.threadCpuUsage()
const answer = task.kind === 'accuracy' ? judgeSeries(task.set) : forecastBatch(task.requests).length
const used = process.threadCpuUsage(before)
parentPort?.postMessage({ answer, wallMs: performance.now() - wall, cpuMs: (used.user + used.system) / 1000 })
