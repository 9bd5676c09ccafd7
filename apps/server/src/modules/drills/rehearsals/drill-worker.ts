import { parentPort, workerData } from 'node:worker_threads'
import { gainOfPlaybook, runDrill } from '@zhanggui/drills'
import type { DrillMessage, DrillRequest } from './drill-messages.ts'

if (!parentPort) throw new Error('drill-worker runs as a worker thread')
const port = parentPort
const request = workerData as DrillRequest
const tell = (message: DrillMessage): void => port.postMessage(message)

if (request.kind === 'gain') {
  const { playbook, seeds, day, scale } = request
  tell({ kind: 'gained', gain: gainOfPlaybook(playbook, { seeds, day, scale }) })
} else {
  const { seed, day, scale, plans, playbooks } = request
  const onProgress = (share: number): void => tell({ kind: 'progress', share })
  tell({ kind: 'report', report: runDrill({ seed, day, scale, plans, playbooks, onProgress }) })
}
port.unref()
